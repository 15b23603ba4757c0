package io.tidemark.touch;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.market.BarSeries;
import io.tidemark.market.Symbol;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Real options among the sampled ones.
class QuotedOptionsTest {
    private static final LocalDate FROM = LocalDate.of(2018, 1, 2);
    private static final int SESSIONS = 400;
    private static final Symbol AMD = Symbol.of("AMD");
    private static final PotSampling SAMPLING = PotSampling.of(42).withSamplesPerSymbol(100);

    private final BarSeries amd = MadeBars.series("AMD", MadeBars.share(FROM, SESSIONS, 2));
    private final BarSeries vix = MadeBars.series("VIX", MadeBars.vix(FROM, SESSIONS, 3));

    private QuotedOption call(int bar, int days, double percent) {
        return option(bar, days, OptionRight.CALL, percent, 0.33);
    }

    private QuotedOption option(int bar, int days, OptionRight right, double percent, double volatility) {
        double close = amd.close(bar);
        return QuotedOption.of(amd.date(bar), amd.date(bar).plusDays(days), right,
                close * (1 + right.direction() * percent / 100), volatility, close);
    }

    private PotDataset build(BarSeries bars, List<QuotedOption> quoted, PotSampling sampling) {
        return PotDataset.build(new PotBars(List.of(bars), vix, Map.of(), Map.of(AMD, quoted)), sampling,
                PotFeature.defaults());
    }

    private static int[] real(PotDataset dataset) {
        return IntStream.range(0, dataset.samples().rows())
                .filter(row -> dataset.samples().origin(row) == OptionOrigin.REAL).toArray();
    }

    @Test
    void realOptionIsLabelledByTheBarsAndKeepsItsQuotedVolatility() {
        var near = call(200, 30, 0.5);
        var far = option(200, 30, OptionRight.PUT, 60, 0.41);
        PotDataset dataset = build(amd, List.of(near, far), SAMPLING);

        int[] rows = real(dataset);
        assertThat(rows).hasSize(2);
        assertThat(dataset.samples().realOptions()).isEqualTo(2);
        PotSamples samples = dataset.samples();
        assertThat(samples.strike(rows[0])).isEqualTo(near.strike());
        assertThat(samples.date(rows[0])).isEqualTo(amd.date(200));
        assertThat(samples.touched(rows[0])).as("half a percent away").isTrue();
        assertThat(samples.touched(rows[1])).as("60 % away").isFalse();
        assertThat(samples.ivSource(rows[0])).isEqualTo(IvSource.REAL);
        assertThat(dataset.set().features().get(rows[0], 3)).isEqualTo(0.33f);
        assertThat(dataset.set().features().get(rows[1], 3)).isEqualTo(0.41f);
    }

    @Test
    void optionsThatCouldNotHaveBeenSampledAreLeftOut() {
        double close = amd.close(200);
        var inTheMoney = QuotedOption.of(amd.date(200), amd.date(200).plusDays(30), OptionRight.CALL, close * 0.9,
                0.3, close);
        var beforeSplit = QuotedOption.of(amd.date(200), amd.date(200).plusDays(30), OptionRight.CALL, close * 4.1,
                0.3, close * 4);
        var alive = QuotedOption.of(amd.date(SESSIONS - 2), amd.date(SESSIONS - 1).plusDays(1), OptionRight.CALL,
                amd.close(SESSIONS - 2) * 1.1, 0.3, amd.close(SESSIONS - 2));
        var percent = option(200, 30, OptionRight.CALL, 5, 33);
        var early = call(10, 30, 5);
        var closedDay = QuotedOption.of(LocalDate.of(2018, 12, 25), LocalDate.of(2019, 1, 25), OptionRight.CALL,
                close * 1.1, 0.3, close);

        PotDataset dataset = build(amd, List.of(inTheMoney, beforeSplit, alive, percent, early, closedDay), SAMPLING);

        assertThat(real(dataset)).isEmpty();
        assertThat(dataset.samples().rows()).isEqualTo(100);
    }

    @Test
    void sampledOptionsStayWhatTheyAreWithoutThem() {
        PotDataset without = build(amd, List.of(), SAMPLING);
        PotDataset with = build(amd, List.of(call(200, 30, 5), call(250, 20, 5)), SAMPLING);

        int[] sampled = IntStream.range(0, with.samples().rows())
                .filter(row -> with.samples().origin(row) == OptionOrigin.SAMPLED).toArray();
        assertThat(IntStream.of(sampled).mapToDouble(with.samples()::strike))
                .containsExactly(IntStream.range(0, 100).mapToObj(without.samples()::strike).toArray(Double[]::new));
        assertThat(with.sampling()).isEqualTo(without.sampling());
    }

    @Test
    void moreBarsOnlyAppendRowsRealOnesToo() {
        var bars = MadeBars.share(FROM, SESSIONS, 2);
        var quoted = new ArrayList<QuotedOption>();
        for (int bar = 150; bar < SESSIONS - 1; bar += 5) {
            quoted.add(call(bar, 30, 4));
            quoted.add(option(bar, 45, OptionRight.PUT, 4, 0.35));
        }
        PotDataset before = build(MadeBars.series("AMD", bars.subList(0, 250)), quoted, SAMPLING);
        PotDataset after = build(amd, quoted, before.sampling());

        assertThat(real(before)).isNotEmpty().hasSizeLessThan(real(after).length);
        for (int row = 0; row < before.samples().rows(); row++) {
            assertThat(after.samples().strike(row)).isEqualTo(before.samples().strike(row));
            assertThat(after.samples().expiration(row)).isEqualTo(before.samples().expiration(row));
            assertThat(after.samples().origin(row)).isEqualTo(before.samples().origin(row));
        }
    }

    @Test
    void shareKeepsTheSameOptionsHoweverManyThereAre() {
        List<QuotedOption> many = IntStream.range(100, 300).mapToObj(bar -> call(bar, 30, 4)).toList();
        PotBars all = new PotBars(List.of(amd), vix, Map.of(), Map.of(AMD, many));
        PotBars first = new PotBars(List.of(amd), vix, Map.of(), Map.of(AMD, many.subList(0, 100)));

        assertThat(all.withQuotedShare(1, 42).quoted()).containsEntry(AMD, many);
        assertThat(all.withQuotedShare(0, 42).quoted()).containsEntry(AMD, List.of());
        List<QuotedOption> half = all.withQuotedShare(0.5, 42).quoted().getOrDefault(AMD, List.of());
        assertThat(half).hasSizeBetween(75, 125)
                .startsWith(first.withQuotedShare(0.5, 42).quoted().getOrDefault(AMD, List.of())
                        .toArray(QuotedOption[]::new));
        assertThat(all.withQuotedShare(0.8, 42).quoted().getOrDefault(AMD, List.of())).containsAll(half);
    }
}
