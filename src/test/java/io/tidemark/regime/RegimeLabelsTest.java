package io.tidemark.regime;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.market.BarSeries;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RegimeLabelsTest {
    private static final int SESSIONS = 120;

    private final BarSeries spy = Bars.spy(3, SESSIONS);
    private final BarSeries vix = Bars.vix(4, SESSIONS);

    @Test
    void onlySessionsWithAllFourNumbersHaveARegime() {
        LocalDate gone = spy.date(80);
        RegimeLabels labels = labels(Bars.without(vix, gone::equals), Map.of());

        assertThat(IntStream.range(0, SESSIONS).filter(labels::isLabelled).toArray())
                .isEqualTo(IntStream.range(49, SESSIONS).filter(i -> i != 80).toArray());
        assertThat(labels.regime(48)).isEmpty();
        assertThat(labels.regime(80)).isEmpty();
        assertThat(IntStream.of(labels.counts()).sum()).isEqualTo(SESSIONS - 49 - 1);
    }

    @Test
    void theRegimeIsThatOfTheRules() {
        RegimeSessions sessions = RegimeSessions.join(spy, vix);
        RegimeLabels labels = labels(vix, Map.of());
        for (int i = 49; i < SESSIONS; i++) {
            assertThat(labels.regime(i)).contains(RegimeRules.defaults().classify(sessions.inputs(i)).regime());
        }
    }

    @Test
    void aPersonCanChangeALabelButNotMakeOneUp() {
        LocalDate gone = spy.date(80);
        RegimeLabels labels = labels(Bars.without(vix, gone::equals), Map.of(spy.date(100), Regime.EXTREME_STRESS,
                spy.date(10), Regime.EXTREME_STRESS, gone, Regime.EXTREME_STRESS));

        assertThat(labels.regime(100)).contains(Regime.EXTREME_STRESS);
        assertThat(labels.regime(10)).as("warming up").isEmpty();
        assertThat(labels.regime(80)).as("without VIX").isEmpty();
    }

    private RegimeLabels labels(BarSeries fear, Map<LocalDate, Regime> overrides) {
        return RegimeLabels.of(RegimeSessions.join(spy, fear), RegimeRules.defaults(), overrides);
    }
}
