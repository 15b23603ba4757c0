package io.tidemark.pipeline;

import io.tidemark.dataset.FeatureMatrix;
import io.tidemark.model.ModelKind;
import io.tidemark.training.LeakEvidence;
import io.tidemark.training.PermutedLabels;
import io.tidemark.work.Progress;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// Looks for what a model could not have known: six questions, each with a figure and a sentence.
///
/// Works on rows and figures alone; [LeakCheck] brings those of a kept run.
public final class LeakQuestions {
    /// A random split may flatter by so much and two standard errors; beyond it the model knows neighbours by heart.
    private static final double MOST_FLATTERY = 0.15;
    /// A 95 % interval is so many standard errors wide.
    private static final double ERRORS_IN_INTERVAL = 2 * 1.959963984540054;
    private static final double[] LOOKED_AT = {0.25, 0.5, 0.75};
    private static final int STEPS = LOOKED_AT.length + 4;

    private final LeakEvidence evidence;
    private final RebuiltFeatures features;
    private final Progress progress;
    private int done;

    private LeakQuestions(LeakEvidence evidence, RebuiltFeatures features, Progress progress) {
        this.evidence = evidence;
        this.features = features;
        this.progress = progress;
    }

    /// All findings.
    ///
    /// @param features makes the rows' features again from altered bars
    /// @param progress told of each question; asked between them whether to go on
    /// @throws java.util.concurrent.CancellationException when cancelled
    public static List<LeakFinding> answer(LeakEvidence evidence, RebuiltFeatures features, Progress progress) {
        return new LeakQuestions(evidence, features, progress).findings();
    }

    private List<LeakFinding> findings() {
        var findings = new ArrayList<LeakFinding>();
        step("rows");
        findings.add(duplicates());
        step("split");
        findings.add(overlaps());
        findings.add(lookAhead());
        step("permuted labels");
        findings.add(permuted());
        step("figures");
        findings.add(flattery());
        if (!Double.isNaN(evidence.scores().ceiling())) {
            findings.add(ceiling());
        }
        return List.copyOf(findings);
    }

    private void step(String what) {
        progress.checkCancelled();
        progress.report(done++, STEPS, what);
    }

    private LeakFinding duplicates() {
        FeatureMatrix rows = evidence.set().features();
        Set<List<Float>> seen = HashSet.newHashSet(rows.rows());
        long copies = IntStream.range(0, rows.rows()).filter(row -> !seen.add(row(rows, row))).count();
        return new LeakFinding("No duplicate rows", copies == 0, copies, copies == 0
                ? "No two of the %,d rows have the same features.".formatted(rows.rows())
                : "%,d of %,d rows repeat the features of another row. ".formatted(copies, rows.rows())
                        + "A copy learned from answers for its twin in the test: prepare the training data again.");
    }

    private static List<Float> row(FeatureMatrix rows, int row) {
        var values = new Float[rows.columns()];
        Arrays.setAll(values, column -> rows.get(row, column));
        return List.of(values);
    }

    private LeakFinding overlaps() {
        int overlapping = evidence.folds().stream().mapToInt(fold -> evidence.overlapping(fold).length).sum();
        return new LeakFinding("Training ends before the test begins", overlapping == 0, overlapping, overlapping == 0
                ? "In none of the %d folds did a row to learn from reach into the days tested on."
                        .formatted(evidence.folds().size())
                : "%,d rows learned from had an outcome that was only known in the days tested on. "
                        .formatted(overlapping)
                        + "Purge them: split by the day on which an outcome is known.");
    }

    private LeakFinding lookAhead() {
        int[] days = Arrays.stream(evidence.startDays()).sorted().distinct().toArray();
        var changed = new TreeSet<String>();
        int rows = 0;
        for (double share : LOOKED_AT) {
            step("features");
            rows += changedAfter(days[(int) (share * (days.length - 1))], changed);
        }
        return new LeakFinding("Features look back only", rows == 0, rows, rows == 0
                ? "With every bar after a day altered, the features up to that day stayed as they are (%d days tried)."
                        .formatted(LOOKED_AT.length)
                : "%,d rows change with bars that came after them, in %s. ".formatted(rows, String.join(", ", changed))
                        + "Such a feature knows the future: take it out.");
    }

    /// How many rows up to a day are not what they were, after all later bars were altered.
    private int changedAfter(int day, Set<String> columns) {
        FeatureMatrix before = evidence.set().features();
        FeatureMatrix after = features.after(LocalDate.ofEpochDay(day));
        int changed = 0;
        for (int row = 0; row < before.rows(); row++) {
            boolean same = true;
            for (int column = 0; evidence.startDays()[row] <= day && column < before.columns(); column++) {
                if (Float.compare(before.get(row, column), after.get(row, column)) != 0) {
                    same = false;
                    columns.add(before.names().get(column));
                }
            }
            changed += same ? 0 : 1;
        }
        return changed;
    }

    private LeakFinding permuted() {
        PermutedLabels.Result result = PermutedLabels.of(evidence, progress);
        boolean nothing = !(result.interval().low() > 0);
        String what = evidence.kind() == ModelKind.PROBABILITY_OF_TOUCH
                ? "R² is %s".formatted(figure(result.figure()))
                : "accuracy is %s beside naming the commonest class".formatted(figure(result.figure()));
        String found = "With labels moved to other days, %d days at a time, %s (95 %% interval %s to %s)".formatted(
                result.blockDays(), what, figure(result.interval().low()), figure(result.interval().high()));
        return new LeakFinding("Nothing is learned from permuted labels", nothing, result.figure(), nothing
                ? found + ": there is nothing to learn, and nothing was."
                : found + ": rows tested on were recognised. Look for rows that are in training and test alike.");
    }

    private LeakFinding flattery() {
        LeakEvidence.Scores scores = evidence.scores();
        double more = scores.naive() - scores.honest();
        double bound = MOST_FLATTERY + 2 * error();
        boolean fine = more <= bound;
        String found = "The random split gives %s, the honest one %s: %s".formatted(figure(scores.naive()),
                figure(scores.honest()),
                more > 0 ? figure(more) + " of it is neighbours recognised" : "it does not flatter");
        return new LeakFinding("A random split flatters little", fine, more, fine
                ? found + "."
                : found + ", more than %s. The model knows rows by heart: take less depth or fewer rounds."
                        .formatted(figure(bound)));
    }

    private LeakFinding ceiling() {
        LeakEvidence.Scores scores = evidence.scores();
        double bound = scores.ceiling() + 2 * error();
        boolean under = scores.honest() <= bound;
        String found = "R² %s, the best that chance allows is %s, with two standard errors %s".formatted(
                figure(scores.honest()), figure(scores.ceiling()), figure(bound));
        return new LeakFinding("R² stays under the ceiling", under, scores.honest() - scores.ceiling(), under
                ? found + "."
                : found + ". Nothing honest gets there: look at what the features know.");
    }

    /// Standard error of the honest figure; few rows tell little.
    private double error() {
        LeakEvidence.Scores scores = evidence.scores();
        return (scores.interval().high() - scores.interval().low()) / ERRORS_IN_INTERVAL;
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
