package io.tidemark.touch;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.market.BarSeries;
import io.tidemark.market.DailyBar;
import io.tidemark.market.RealBars;
import io.tidemark.market.Symbol;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Ten years of real bars, where this machine has them.
class RealOptionsTest {
    private static final LocalDate FROM = LocalDate.of(2015, 1, 1);
    private static final LocalDate TO = LocalDate.of(2024, 12, 31);
    private static final PotSampling SAMPLING = PotSampling.of(42);

    private Path folder = Path.of("");

    @BeforeEach
    void findBars() {
        folder = RealBars.folderOrSkip();
    }

    private BarSeries bars(String symbol, LocalDate to) {
        try (Stream<String> lines = Files.lines(folder.resolve(symbol + ".csv"))) {
            List<DailyBar> bars = lines.skip(1).map(line -> line.split(",", -1))
                    .map(f -> DailyBar.of(LocalDate.parse(f[0]), f[1], f[2], f[3], f[4], f[5]))
                    .filter(bar -> !bar.date().isBefore(FROM) && !bar.date().isAfter(to)).toList();
            return BarSeries.of(Symbol.of(symbol), bars);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PotDataset build(LocalDate to, PotSampling sampling) {
        return PotDataset.build(Stream.of("SPY", "TSLA", "NVDA", "AMD").map(symbol -> bars(symbol, to)).toList(),
                bars("VIX", to), sampling);
    }

    @Test
    void baseRatesAreAlikeAndTheClosedFormStaysBelowItsCeiling() {
        PotSamples samples = build(TO, SAMPLING).samples();
        var options = new int[4];
        var touched = new int[4];
        double errors = 0;
        for (int i = 0; i < samples.rows(); i++) {
            int y = samples.touched(i) ? 1 : 0;
            options[samples.symbolIndex(i)]++;
            touched[samples.symbolIndex(i)] += y;
            errors += Math.pow(y - samples.baselineProbability(i), 2);
        }
        assertThat(options).containsOnly(4000);
        double all = 0;
        for (int count : touched) {
            // Distances in units of risk make symbols comparable; even percent would give 0.28 to 0.70.
            assertThat(count / 4000.0).isBetween(0.18, 0.32);
            all += count / 16_000.0;
        }
        double ceiling = R2Ceiling.of(samples.baselines());
        double r2 = 1 - errors / samples.rows() / (all * (1 - all));
        assertThat(ceiling).as("0.35 was measured for z from 0.1 to 2.5").isBetween(0.33, 0.37);
        assertThat(r2).as("0.28 was measured after 2022").isBetween(0.25, ceiling);
    }

    @Test
    void labelsAreWhatThePricesDid() {
        PotSamples samples = build(TO, SAMPLING).samples();
        List<BarSeries> series = samples.symbols().stream().map(symbol -> bars(symbol.value(), TO)).toList();
        for (int i = 0; i < samples.rows(); i++) {
            BarSeries bars = series.get(samples.symbolIndex(i));
            LocalDate first = LocalDate.MAX;
            for (int at = bars.indexOf(samples.date(i)) + 1; at <= bars.indexAtOrBefore(samples.expiration(i)); at++) {
                boolean hit = samples.right(i) == OptionRight.CALL
                        ? bars.high(at) >= samples.strike(i)
                        : bars.low(at) <= samples.strike(i);
                first = hit && bars.date(at).isBefore(first) ? bars.date(at) : first;
            }
            assertThat(samples.firstTouch(i).orElse(LocalDate.MAX)).isEqualTo(first);
        }
    }

    @Test
    void halfAYearMoreOnlyAppends() {
        PotDataset before = build(LocalDate.of(2024, 6, 28), SAMPLING);
        PotDataset after = build(TO, before.sampling());

        assertThat(after.samples().rows()).isBetween(16_000 + 600, 16_000 + 1_200);
        float[] old = before.set().features().sharedValues();
        assertThat(after.set().features().sharedValues()).startsWith(old);
        assertThat(after.samples().baselines()).startsWith(before.samples().baselines());
        assertThat(after.samples().startDays()).startsWith(before.samples().startDays());
        assertThat(after.samples().knownDays()).startsWith(before.samples().knownDays());
    }
}
