package io.tidemark.touch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.market.BarSeries;
import io.tidemark.market.DailyBar;
import io.tidemark.market.Symbol;
import io.tidemark.storage.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A set that grows with its bars keeps every row where it is.
class PotGrowthTest {
    private static final LocalDate FROM = LocalDate.of(2018, 1, 2);
    private static final int SESSIONS = 1000;
    private static final PotSampling SAMPLING = PotSampling.of(42).withSamplesPerSymbol(500);

    private final List<DailyBar> spy = MadeBars.share(FROM, SESSIONS, 1);
    private final List<DailyBar> amd = MadeBars.share(FROM, SESSIONS, 2);
    private final List<DailyBar> vix = MadeBars.vix(FROM, SESSIONS, 3);

    private PotDataset build(int from, int to, PotSampling sampling) {
        BarSeries index = MadeBars.series("VIX", vix.subList(from, to));
        return PotDataset.build(List.of(MadeBars.series("SPY", spy.subList(from, to)),
                MadeBars.series("AMD", amd.subList(from, to))), index, sampling);
    }

    @Test
    void everyNewSessionOnlyAppendsRows() {
        PotDataset before = build(0, 600, SAMPLING);
        int appended = 0;
        for (int sessions = 601; sessions <= 700; sessions++) {
            PotDataset after = build(0, sessions, before.sampling());
            assertThatBeginsWith(after, before);
            appended += after.samples().rows() - before.samples().rows();
            before = after;
        }
        assertThat(appended).isPositive();
    }

    private static void assertThatBeginsWith(PotDataset after, PotDataset before) {
        int rows = before.samples().rows();
        int width = before.set().features().columns();
        assertThat(Arrays.copyOf(after.set().labels(), rows)).isEqualTo(before.set().labels());
        assertThat(Arrays.copyOf(after.set().dates(), rows)).isEqualTo(before.set().dates());
        assertThat(Arrays.copyOf(after.set().features().sharedValues(), rows * width))
                .isEqualTo(before.set().features().sharedValues());
        for (int i = 0; i < rows; i++) {
            assertThat(after.samples().symbol(i)).isEqualTo(before.samples().symbol(i));
            assertThat(after.samples().expiration(i)).isEqualTo(before.samples().expiration(i));
            assertThat(after.samples().strike(i)).isEqualTo(before.samples().strike(i));
            assertThat(after.samples().firstTouch(i)).isEqualTo(before.samples().firstTouch(i));
        }
    }

    @Test
    void fileOfAGrownSetBeginsWithTheFileBefore(@TempDir Path folder) throws IOException {
        PotDataset before = build(0, 700, SAMPLING);
        AtomicFile.write(folder.resolve("before.csv"), before.samples()::write);
        AtomicFile.write(folder.resolve("after.csv"), build(0, SESSIONS, before.sampling()).samples()::write);

        String old = Files.readString(folder.resolve("before.csv"));
        assertThat(Files.readString(folder.resolve("after.csv"))).startsWith(old).hasSizeGreaterThan(old.length());
    }

    @Test
    void newYearsAreSampledAsDenselyAsTheFirst() {
        PotDataset before = build(0, 600, SAMPLING);
        PotDataset after = build(0, SESSIONS, before.sampling());

        double density = before.sampling().density(Symbol.of("SPY")).orElseThrow().rowsPerWeekday();
        int added = after.samples().rows() - before.samples().rows();
        // Two symbols, 400 sessions; the first set's last windows close in them as the second's stay open.
        assertThat(added / 2.0 / 400).isCloseTo(density, within(0.03 * density));
        assertThat(after.sampling()).isEqualTo(before.sampling());
    }

    @Test
    void anotherGrowthChangesOnlyHowManyNewStartsAreTaken() {
        PotDataset before = build(0, 700, SAMPLING);
        PotDataset usual = build(0, SESSIONS, before.sampling());
        PotSampling twice = before.sampling().growing(spy.get(700).date(), 2);

        PotDataset after = build(0, SESSIONS, twice);

        int rows = before.samples().rows();
        assertThat(describe(after.samples(), rows)).isEqualTo(describe(before.samples(), rows));
        assertThat((double) started(after) / started(usual)).isCloseTo(2, within(0.15));
        assertThat(after.sampling()).isEqualTo(twice);
        assertThat(twice.growing(spy.get(800).date(), 2)).isEqualTo(twice);
        assertThat(SAMPLING.continuing(twice)).isEqualTo(twice);
        assertThat(started(build(0, SESSIONS, before.sampling().growing(spy.get(700).date(), 0)))).isZero();
    }

    private long started(PotDataset dataset) {
        return IntStream.range(0, dataset.samples().rows())
                .filter(i -> !dataset.samples().date(i).isBefore(spy.get(700).date())).count();
    }

    private static List<String> describe(PotSamples samples, int rows) {
        return IntStream.range(0, rows).mapToObj(i -> samples.symbol(i) + " " + samples.date(i) + " "
                + samples.expiration(i) + " " + samples.strike(i) + " " + samples.baselineProbability(i)).toList();
    }

    @Test
    void historyThatReachesFurtherBackMakesANewFirstSet() {
        PotDataset before = build(300, 600, SAMPLING);
        assertThat(before.samples().rows()).isEqualTo(2 * 500);

        PotDataset longer = build(0, 600, before.sampling());

        assertThat(longer.samples().rows()).isEqualTo(2 * 500);
        assertThat(longer.sampling().density(Symbol.of("SPY")).orElseThrow().from()).isEqualTo(FROM);
    }

    @Test
    void historyThatLosesItsFirstYearKeepsTheRowsOfTheRest() {
        PotDataset whole = build(0, SESSIONS, SAMPLING);
        PotDataset rest = build(250, SESSIONS, whole.sampling());
        // A year's volatility needs 252 sessions of past; after them nothing tells where the bars begin.
        LocalDate same = spy.get(250 + 252).date();

        assertThat(describeSince(rest.samples(), same)).isNotEmpty().isEqualTo(describeSince(whole.samples(), same));
    }

    private static List<String> describeSince(PotSamples samples, LocalDate date) {
        return IntStream.range(0, samples.rows()).filter(i -> !samples.date(i).isBefore(date))
                .mapToObj(i -> samples.symbol(i) + " " + samples.date(i) + " " + samples.expiration(i) + " "
                        + samples.strike(i) + " " + samples.baselineProbability(i))
                .toList();
    }

    @Test
    void samplingOfOtherRangesDoesNotContinue() {
        PotSampling before = build(0, 600, SAMPLING).sampling();

        assertThat(SAMPLING.continuing(before)).isEqualTo(before);
        assertThat(SAMPLING.withZ(0.1, 3).continuing(before).densities()).isEmpty();
        assertThat(SAMPLING.withDays(5, 30).continuing(before).densities()).isEmpty();
        assertThat(SAMPLING.withSamplesPerSymbol(501).continuing(before).densities()).isEmpty();
        assertThat(PotSampling.of(43).withSamplesPerSymbol(500).continuing(before).densities()).isEmpty();
    }
}
