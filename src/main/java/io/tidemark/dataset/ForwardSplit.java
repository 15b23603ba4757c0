package io.tidemark.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// Splits that go forward in time, over all symbols together, with purge and embargo.
///
/// A row starts on one day and its label is known on a later one (or the same). A test block of `[T, next T)` holds the
/// rows that start in it. To learn for it, a row's label must have been known before the session `embargo` sessions
/// before `T`; rows that start before `T` and are known later are purged. Validation is cut the same way from the end
/// of what may be learned from.
///
/// Sessions are counted on the days on which any row starts. Where rows are rarer than sessions the embargo is longer
/// than asked, never shorter.
///
/// @param folds number of test blocks, equally long in sessions, at least 1
/// @param embargo sessions between the last known label and the first test day, at least 0
/// @param learnedFirst share of the sessions before the first test block, between 0 and 1
/// @param validated share of the sessions before a test block that validates, between 0 and 1
public record ForwardSplit(int folds, int embargo, double learnedFirst, double validated) {
    /// Half of the history comes before the first test block: fewer years hold too few calm and wild spells to learn.
    public static final double LEARNED_FIRST = 0.5;
    /// The last 15 % before a test block validate.
    public static final double VALIDATED = 0.15;

    /// Checks the ranges.
    public ForwardSplit {
        boolean sharesFit = learnedFirst > 0 && learnedFirst < 1 && validated > 0 && validated < 1;
        if (folds < 1 || embargo < 0 || !sharesFit) {
            throw new IllegalArgumentException("no such split: " + folds + " folds, embargo " + embargo + ", shares "
                    + learnedFirst + " and " + validated);
        }
    }

    /// The usual split: [ForwardSplit#LEARNED_FIRST] first, [ForwardSplit#VALIDATED] to validate.
    ///
    /// @see ForwardSplit#split
    public static List<Fold> walkForward(int[] startDays, int[] knownDays, int folds, int embargo) {
        return new ForwardSplit(folds, embargo, LEARNED_FIRST, VALIDATED).split(startDays, knownDays);
    }

    /// The folds in order of time.
    ///
    /// @param startDays day of each row, any order, as days since 1970-01-01
    /// @param knownDays day on which each row's label is known, not before its start
    /// @throws IllegalArgumentException when a part of a fold would be empty; the message names the fold and the part
    public List<Fold> split(int[] startDays, int[] knownDays) {
        check(startDays, knownDays);
        int[] sessions = Arrays.stream(startDays).sorted().distinct().toArray();
        var rows = new Rows(startDays, knownDays, sessions, embargo);
        int first = (int) Math.round(sessions.length * learnedFirst);
        var made = new ArrayList<Fold>(folds);
        for (int i = 0; i < folds; i++) {
            int from = first + (int) ((long) (sessions.length - first) * i / folds);
            int to = first + (int) ((long) (sessions.length - first) * (i + 1) / folds);
            if (from < 1 || to <= from) {
                throw tooShort(i, "test", sessions.length);
            }
            made.add(fold(rows, i, from, to));
        }
        return List.copyOf(made);
    }

    private Fold fold(Rows rows, int number, int from, int to) {
        int testFrom = rows.sessions[from];
        int testTo = rows.sessions[to - 1];
        int cut = Math.clamp(Math.round(from * (1 - validated)), 0, from - 1);
        int validationFrom = rows.sessions[cut];
        int[] test = rows.where(i -> rows.start[i] >= testFrom && rows.start[i] <= testTo);
        int[] validation = rows
                .where(i -> rows.start[i] >= validationFrom && rows.start[i] < testFrom && rows.knownBefore(i, from));
        int[] train = rows.where(i -> rows.start[i] < validationFrom && rows.knownBefore(i, cut));
        if (train.length == 0 || validation.length == 0) {
            throw tooShort(number, train.length == 0 ? "training" : "validation", rows.sessions.length);
        }
        int before = rows.where(i -> rows.start[i] < testFrom).length;
        return new Fold(train, validation, test, before - train.length - validation.length,
                new Fold.Bounds(validationFrom, testFrom, testTo));
    }

    private IllegalArgumentException tooShort(int fold, String part, int sessions) {
        return new IllegalArgumentException("fold " + (fold + 1) + " of " + folds + " has no " + part + " rows: "
                + sessions + " sessions are too few for this split");
    }

    private static void check(int[] startDays, int[] knownDays) {
        if (startDays.length != knownDays.length) {
            throw new IllegalArgumentException(startDays.length + " starts, " + knownDays.length + " ends");
        }
        for (int i = 0; i < startDays.length; i++) {
            if (knownDays[i] < startDays[i]) {
                throw new IllegalArgumentException("row " + i + " is known before it starts");
            }
        }
    }

    private record Rows(int[] start, int[] known, int[] sessions, int embargo) {
        /// Whether row `i` was known before the session `embargo` sessions before session number `session`.
        boolean knownBefore(int i, int session) {
            return session >= embargo && known[i] < sessions[session - embargo];
        }

        int[] where(IntPredicate rule) {
            return IntStream.range(0, start.length).filter(rule).toArray();
        }
    }
}
