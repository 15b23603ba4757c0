package io.tidemark.history;

import io.tidemark.market.DailyBar;
import io.tidemark.market.SecurityType;
import io.tidemark.market.Symbol;
import io.tidemark.market.Universe;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/// The days that stored and received bars share, by which it is judged how the one continues the other.
///
/// An index has no splits and may double over night, so its bars are only compared.
public final class Overlap {
    /// Fewer shared days prove nothing.
    private static final int FEWEST_DAYS = 5;
    /// Closes that differ on more of the shared days than this are no corrections.
    private static final double MOST_CORRECTED = 0.25;
    private static final int ALWAYS_CORRECTIONS = 3;
    private static final double SAME_CLOSE = 0.005;
    /// Part of the shared days that has to show the ratio of a split: one of them may be corrected at the same time.
    private static final double RESTATED = 0.9;
    private static final double CENT = 0.01;

    private final boolean splits;
    private final List<DailyBar> stored;
    private final List<DailyBar> received;
    private final List<Pair> pairs;

    /// One day, stored and received.
    private record Pair(DailyBar old, DailyBar now) {
        double quotient() {
            return old.close().doubleValue() / now.close().doubleValue();
        }

        /// Whether the new close is the old one divided by a ratio, both rounded to cents.
        boolean shows(double ratio) {
            double expected = now.close().doubleValue() * ratio;
            double rounding = CENT / 2 * (1 + ratio) + 1e-4 * expected;
            return Math.abs(old.close().doubleValue() - expected) <= rounding * 1.02;
        }
    }

    private Overlap(Symbol symbol, List<DailyBar> stored, List<DailyBar> received) {
        this.splits = Universe.instrument(symbol).type() != SecurityType.INDEX;
        this.stored = stored;
        Map<LocalDate, DailyBar> byDate = byDate(stored);
        this.received = VolumeUnit.alike(stored, received);
        this.pairs = this.received.stream().filter(bar -> byDate.containsKey(bar.date()))
                .map(bar -> new Pair(stored(byDate, bar.date()), bar)).toList();
    }

    private static DailyBar stored(Map<LocalDate, DailyBar> byDate, LocalDate date) {
        return Objects.requireNonNull(byDate.get(date));
    }

    private static Map<LocalDate, DailyBar> byDate(List<DailyBar> bars) {
        var byDate = new TreeMap<LocalDate, DailyBar>();
        bars.forEach(bar -> byDate.put(bar.date(), bar));
        return byDate;
    }

    /// Judges how `received` continues `stored`.
    ///
    /// @param stored at least one, ascending
    /// @param received final bars, at least one, ascending
    public static Continuation judge(Symbol symbol, List<DailyBar> stored, List<DailyBar> received) {
        return new Overlap(symbol, stored, received).judge();
    }

    /// The stored bars with the received ones worked in, whatever the two say of each other: for a series without
    /// splits, where each difference is a correction.
    ///
    /// @param stored at least one, ascending
    /// @param received final bars, at least one, ascending
    static Continuation.Grown unjudged(Symbol symbol, List<DailyBar> stored, List<DailyBar> received) {
        var overlap = new Overlap(symbol, stored, received);
        return overlap.grownBy(overlap.fresh());
    }

    /// The stored bars as a new generation after a split: the received ones, and stored ones that were not received,
    /// restated. It begins where the stored bars do. Empty when the received bars do not show the ratio all over.
    ///
    /// @param received final bars of the whole history, as far as the source has it
    public static Optional<List<DailyBar>> restated(Symbol symbol, List<DailyBar> stored, List<DailyBar> received,
            SplitRatio ratio) {
        var overlap = new Overlap(symbol, stored, received);
        if (overlap.pairs.isEmpty() || overlap.showing(ratio.value()) < RESTATED) {
            return Optional.empty();
        }
        Map<LocalDate, DailyBar> series = new TreeMap<>();
        stored.forEach(bar -> series.put(bar.date(), ratio.restate(bar)));
        overlap.received.stream().filter(bar -> !bar.date().isBefore(stored.getFirst().date()))
                .forEach(bar -> series.put(bar.date(), bar));
        return Optional.of(List.copyOf(series.values()));
    }

    private Continuation judge() {
        int enough = Math.min(FEWEST_DAYS, stored.size());
        if (pairs.size() < enough) {
            return new Continuation.DoesNotMeet("share " + pairs.size() + " days with the stored ones, which end on "
                    + stored.getLast().date() + "; at least " + enough + " are needed to compare them");
        }
        long different = pairs.stream().filter(pair -> Math.abs(pair.quotient() - 1) > SAME_CLOSE).count();
        if (different == 0) {
            return grown();
        }
        Optional<SplitRatio> ratio = ratio();
        if (ratio.isPresent()) {
            return new Continuation.Restated(ratio.get());
        }
        return different > Math.max(ALWAYS_CORRECTIONS, MOST_CORRECTED * pairs.size())
                ? new Continuation.DoesNotMeet("differ from the stored ones on " + different + " of " + pairs.size()
                        + " shared days, and by no constant ratio")
                : grown();
    }

    private Optional<SplitRatio> ratio() {
        if (!splits || pairs.size() < FEWEST_DAYS) {
            return Optional.empty();
        }
        List<Double> quotients = pairs.stream().map(Pair::quotient).sorted().toList();
        SplitRatio ratio = SplitRatio.near(quotients.get(quotients.size() / 2));
        boolean moved = Math.abs(ratio.value() - 1) > SAME_CLOSE;
        return moved && showing(ratio.value()) >= RESTATED ? Optional.of(ratio) : Optional.empty();
    }

    private double showing(double ratio) {
        return pairs.stream().filter(pair -> pair.shows(ratio)).count() / (double) pairs.size();
    }

    private Continuation grown() {
        List<DailyBar> fresh = fresh();
        var all = grownBy(fresh);
        DailyBar last = stored.getLast();
        for (int i = 0; splits && i < fresh.size(); i++) {
            if (PriceJump.isBetween(last, fresh.get(i))) {
                return new Continuation.SuspectJump(grownBy(fresh.subList(0, i)), all,
                        PriceJump.between(last, fresh.get(i)));
            }
            last = fresh.get(i);
        }
        return all.added() == 0 && all.corrections().isEmpty() ? new Continuation.NothingNew() : all;
    }

    private List<DailyBar> fresh() {
        return received.stream().filter(bar -> bar.date().isAfter(stored.getLast().date())).toList();
    }

    private Continuation.Grown grownBy(List<DailyBar> fresh) {
        Map<LocalDate, DailyBar> series = byDate(stored);
        List<Correction> corrections = new ArrayList<>();
        for (Pair pair : pairs) {
            corrections.addAll(corrections(pair));
            series.put(pair.now().date(), pair.now());
        }
        received.stream().filter(bar -> bar.date().isBefore(stored.getLast().date()))
                .filter(bar -> !series.containsKey(bar.date())).forEach(late -> {
                    series.put(late.date(), late);
                    if (late.date().isAfter(stored.getFirst().date())) {
                        corrections.add(new Correction(late.date(), "close", Optional.empty(), late.close()));
                    }
                });
        fresh.forEach(bar -> series.put(bar.date(), bar));
        return new Continuation.Grown(List.copyOf(series.values()), series.size() - stored.size(), corrections);
    }

    private static List<Correction> corrections(Pair pair) {
        return Stream.of(
                changed("open", pair, DailyBar::open), changed("high", pair, DailyBar::high),
                changed("low", pair, DailyBar::low), changed("close", pair, DailyBar::close),
                changed("volume", pair, DailyBar::volume)).flatMap(Optional::stream).toList();
    }

    private static Optional<Correction> changed(String field, Pair pair,
            Function<DailyBar, BigDecimal> number) {
        var before = number.apply(pair.old());
        var after = number.apply(pair.now());
        return before.compareTo(after) == 0
                ? Optional.empty()
                : Optional.of(new Correction(pair.old().date(), field, Optional.of(before), after));
    }
}
