package io.tidemark.gateway.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.market.BarSeries;
import io.tidemark.market.Universe;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Ten years of the synthetic market, whenever they end, hold every regime of the default rules.
class SyntheticRegimesTest {
    private static final int STRESS = 4;
    private static final int WARM_UP = 49;
    private static final double LEAST_STRESS_SHARE = 0.01;
    private static final int LEAST_SESSIONS = 20;

    @ParameterizedTest
    @ValueSource(longs = {SyntheticMarket.DEFAULT_SEED, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 1_000_003,
            -1, Long.MAX_VALUE, Long.MIN_VALUE})
    void everyWindowOfTenYearsHoldsEveryRegime(long seed) {
        var market = SyntheticMarket.of(seed);
        var spy = SyntheticFacts.series(market, Universe.SPY);
        var vix = SyntheticFacts.series(market, Universe.VIX);
        var seen = seenBefore(spy, vix);
        for (int end = spy.indexAtOrBefore(LocalDate.of(2010, 1, 4)); end < spy.size(); end++) {
            int start = spy.indexAtOrBefore(spy.date(end).minusYears(10)) + 1 + WARM_UP;
            for (int regime = 0; regime < seen.length; regime++) {
                int sessions = seen[regime][end + 1] - seen[regime][start];
                int least = regime == STRESS ? (int) Math.ceil(LEAST_STRESS_SHARE * (end + 1 - start)) : LEAST_SESSIONS;
                assertThat(sessions).as("regime %d in the ten years to %s", regime, spy.date(end))
                        .isGreaterThanOrEqualTo(least);
            }
        }
    }

    /// For each regime and index, how many earlier sessions have it.
    private static int[][] seenBefore(BarSeries spy, BarSeries vix) {
        var seen = new int[5][spy.size() + 1];
        for (int i = 0; i < spy.size(); i++) {
            for (int regime = 0; regime < seen.length; regime++) {
                seen[regime][i + 1] = seen[regime][i];
            }
            if (i >= WARM_UP) {
                seen[regime(spy, vix, i)][i + 1]++;
            }
        }
        return seen;
    }

    private static int regime(BarSeries spy, BarSeries vix, int i) {
        double index = vix.close(i);
        double month = spy.close(i) / spy.close(i - 20) - 1;
        double average = 0;
        for (int k = 0; k < 50; k++) {
            average += spy.close(i - k) / 50;
        }
        if (index > 30) {
            return STRESS;
        }
        if (index >= 15 && month < -0.05) {
            return 1;
        }
        if (index > 20 && Math.abs(month) < 0.05) {
            return 2;
        }
        return index < 15 && month > 0.03 && spy.close(i) > average ? 0 : 3;
    }
}
