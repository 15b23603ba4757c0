package io.tidemark.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.dataset.FeatureMatrix;
import io.tidemark.market.BarSeries;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What a bot computes on the evening of a day is what the model learned from.
class LastSessionFeaturesTest {
    private static final BarSeries SPY = Bars.spy(3, 700);
    private static final BarSeries VIX = Bars.vix(4, 700);

    @Test
    void theFeaturesOfADayAreThoseOfItsTrainingRowBitForBit() {
        FeatureMatrix rows = RegimeDataset.build(SPY, VIX, RegimeRules.defaults(), 0).set().features();
        for (int back = 0; back < 60; back++) {
            int sessions = SPY.size() - back;
            Map<String, Float> today = RegimeFeatures.ofLast(Bars.first(SPY, sessions), Bars.first(VIX, sessions));
            assertThat(today.keySet()).containsExactlyElementsOf(rows.names());
            int column = 0;
            for (float value : today.values()) {
                assertThat(Float.floatToIntBits(value))
                        .isEqualTo(Float.floatToIntBits(rows.get(rows.rows() - 1 - back, column++)));
            }
        }
    }

    @Test
    void aLastDayWithoutVixIsRefusedByName() {
        BarSeries late = Bars.first(VIX, 699);
        assertThatThrownBy(() -> RegimeFeatures.ofLast(SPY, late)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the features of " + SPY.date(699) + " are not complete: without [vix, ")
                .hasMessageEndingWith("They need 51 sessions of SPY, and VIX on the same day.");
    }

    @Test
    void tooFewSessionsAreRefused() {
        assertThatThrownBy(() -> RegimeFeatures.ofLast(Bars.first(SPY, 40), VIX))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("without [price_to_sma_50]");
    }
}
