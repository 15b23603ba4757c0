package io.tidemark.touch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.market.BarSeries;
import io.tidemark.market.DailyBar;
import io.tidemark.market.Symbol;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionSamplerTest {
    private static final LocalDate FROM = LocalDate.of(2015, 1, 2);
    private static final int SESSIONS = 1000;
    private static final int WARM_UP = 60;
    private static final PotSampling SAMPLING = PotSampling.of(42).withSamplesPerSymbol(4000);

    private final List<DailyBar> amdBars = MadeBars.share(FROM, SESSIONS, 2);
    private final BarSeries amd = MadeBars.series("AMD", amdBars);
    private final BarSeries vix = MadeBars.series("VIX", MadeBars.vix(FROM, SESSIONS, 3));

    private PotDataset build(BarSeries underlying, PotSampling sampling) {
        return PotDataset.build(List.of(underlying), vix, sampling);
    }

    @ParameterizedTest
    @CsvSource({"1,1", "2,7", "3,100", "4,999", "5,4000", "6,20000", "-7,1234"})
    void firstSetHasExactlyAsManyOptionsAsAskedFor(long seed, int samples) {
        assertThat(build(amd, PotSampling.of(seed).withSamplesPerSymbol(samples)).samples().rows()).isEqualTo(samples);
    }

    @Test
    void everyOptionStartsAfterTheWarmUpAndExpiresWithinTheBars() {
        PotSamples samples = build(amd, SAMPLING).samples();
        LocalDate last = amd.date(SESSIONS - 1);
        LocalDate latest = FROM;
        for (int i = 0; i < samples.rows(); i++) {
            assertThat(amd.indexOf(samples.date(i))).as("a session after the warm-up").isGreaterThanOrEqualTo(WARM_UP);
            assertThat(samples.expiration(i)).isBetween(samples.date(i).plusDays(5), samples.date(i).plusDays(60))
                    .isBeforeOrEqualTo(last);
            latest = samples.expiration(i).isAfter(latest) ? samples.expiration(i) : latest;
        }
        assertThat(latest).as("windows that end with the last bar are in").isEqualTo(last);
    }

    @Test
    void noOptionIsDrawnTwice() {
        PotSamples samples = build(amd, SAMPLING.withSamplesPerSymbol(60_000)).samples();
        var seen = new HashSet<String>();
        for (int i = 0; i < samples.rows(); i++) {
            String option = samples.date(i) + " " + samples.expiration(i) + " " + samples.right(i) + " "
                    + samples.strike(i);
            assertThat(seen.add(option)).as(option).isTrue();
        }
    }

    @Test
    void everyMonthAndEveryDayGetsItsShare() {
        var dataset = build(amd, SAMPLING);
        double density = density(dataset);
        Map<LocalDate, Integer> perDay = new HashMap<>();
        Map<YearMonth, Integer> perMonth = new HashMap<>();
        for (int i = 0; i < dataset.samples().rows(); i++) {
            perDay.merge(dataset.samples().date(i), 1, Integer::sum);
            perMonth.merge(YearMonth.from(dataset.samples().date(i)), 1, Integer::sum);
        }
        LocalDate open = amd.date(SESSIONS - 1).minusDays(60);
        for (int i = WARM_UP; !amd.date(i).isAfter(open); i++) {
            assertThat(perDay.getOrDefault(amd.date(i), 0)).as("%s", amd.date(i))
                    .isBetween((int) Math.floor(density), (int) Math.ceil(density));
        }
        // September has no holiday here, and all windows of these are closed.
        for (int year = 2015; year <= 2017; year++) {
            var september = YearMonth.of(year, 9);
            long weekdays = september.atDay(1).datesUntil(september.plusMonths(1).atDay(1))
                    .filter(day -> amd.indexOf(day) >= 0).count();
            assertThat((double) perMonth.getOrDefault(september, 0)).isCloseTo(density * weekdays, within(1.0));
        }
    }

    private static double density(PotDataset dataset) {
        return dataset.sampling().density(Symbol.of("AMD")).orElseThrow().rowsPerWeekday();
    }

    @Test
    void sidesDaysAndDistancesAreEvenlyDrawn() {
        var dataset = PotDataset.build(PotBars.of(List.of(amd), vix), SAMPLING.withSamplesPerSymbol(20_000),
                List.of(PotFeature.DIRECTION, PotFeature.DAYS_TO_EXPIRATION, PotFeature.STANDARDISED_DISTANCE));
        int rows = 0;
        int calls = 0;
        var days = new int[61];
        var distances = new int[24];
        LocalDate open = amd.date(SESSIONS - 1).minusDays(60);
        for (int i = 0; i < dataset.samples().rows(); i++) {
            if (dataset.samples().date(i).isBefore(open)) {
                rows++;
                calls += dataset.set().features().get(i, 0) > 0 ? 1 : 0;
                days[(int) dataset.set().features().get(i, 1)]++;
                // Strikes are rounded, so a distance may leave its tenth; the ends are left out.
                distances[Math.clamp((int) ((dataset.set().features().get(i, 2) - 0.1) * 10), 0, 23)]++;
            }
        }
        double fiveErrors = 5 * 0.5 / Math.sqrt(rows);
        assertThat((double) calls / rows).isCloseTo(0.5, within(fiveErrors));
        // 99.9 % of even draws stay below 93.2 with 55 degrees of freedom and below 46.8 with 21.
        assertThat(chiSquare(days, 5, 61)).isLessThan(93.2);
        assertThat(chiSquare(distances, 1, 23)).isLessThan(46.8);
    }

    private static double chiSquare(int[] counts, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += counts[i];
        }
        double expected = sum / (to - from);
        double chiSquare = 0;
        for (int i = from; i < to; i++) {
            chiSquare += (counts[i] - expected) * (counts[i] - expected) / expected;
        }
        return chiSquare;
    }

    @Test
    void anotherSeedDrawsOtherOptions() {
        PotSamples one = build(amd, SAMPLING).samples();
        PotSamples other = build(amd, PotSampling.of(43)).samples();
        int same = 0;
        for (int i = 0; i < one.rows(); i++) {
            same += one.strike(i) == other.strike(i) && one.date(i).equals(other.date(i)) ? 1 : 0;
        }
        assertThat(same).isLessThan(one.rows() / 50);
    }

    @Test
    void dayWithoutVixStartsNoOptionOnSpyButOthers() {
        var spy = MadeBars.series("SPY", amdBars);
        LocalDate missing = amd.date(500);
        var gappy = MadeBars.series("VIX", MadeBars.vix(FROM, SESSIONS, 3).stream()
                .filter(bar -> !bar.date().equals(missing)).toList());
        PotSamples samples = PotDataset.build(List.of(spy, amd), gappy, SAMPLING).samples();
        assertThat(startsOn(samples, "SPY", missing)).isZero();
        assertThat(startsOn(samples, "AMD", missing)).isPositive();
    }

    @Test
    void placeholderBarStartsNoOption() {
        var bars = new ArrayList<>(amdBars);
        DailyBar bar = bars.get(500);
        bars.set(500, new DailyBar(bar.date(), bar.close(), bar.close(), bar.close(), bar.close(), BigDecimal.ZERO));
        PotSamples samples = build(MadeBars.series("AMD", bars), SAMPLING).samples();
        assertThat(startsOn(samples, "AMD", bar.date())).isZero();
        assertThat(startsOn(build(amd, SAMPLING).samples(), "AMD", bar.date())).isPositive();
    }

    private static int startsOn(PotSamples samples, String symbol, LocalDate date) {
        int starts = 0;
        for (int i = 0; i < samples.rows(); i++) {
            starts += samples.symbol(i).value().equals(symbol) && samples.date(i).equals(date) ? 1 : 0;
        }
        return starts;
    }

    @Test
    void tooFewBarsAreNamedWithWhatToDo() {
        assertThatThrownBy(() -> build(MadeBars.series("AMD", amdBars.subList(0, WARM_UP + 3)), SAMPLING))
                .isInstanceOf(NotEnoughHistory.class).hasMessageContaining("AMD").hasMessageContaining("63 sessions")
                .hasMessageContaining("Download more history");
        assertThatThrownBy(() -> build(MadeBars.series("AMD", List.of()), SAMPLING))
                .isInstanceOf(NotEnoughHistory.class).hasMessageContaining("0 sessions");
        assertThatThrownBy(() -> build(MadeBars.series("AMD", amdBars.subList(0, 66)), SAMPLING.withDays(5, 5)))
                .isInstanceOf(NotEnoughHistory.class).hasMessageContaining("4000 different options");
    }
}
