package io.tidemark.touch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.dataset.FeatureMatrix;
import io.tidemark.market.BarSeries;
import io.tidemark.market.DailyBar;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What a bot computes on the evening of a day is what the model learned from.
class TouchFeaturesTest {
    private static final LocalDate FROM = LocalDate.of(2020, 1, 2);
    private static final List<DailyBar> AMD_BARS = MadeBars.share(FROM, 500, 2);
    private static final BarSeries AMD = MadeBars.series("AMD", AMD_BARS);
    private static final BarSeries SPY = MadeBars.series("SPY", MadeBars.share(FROM, 500, 1));
    private static final BarSeries VIX = MadeBars.series("VIX", MadeBars.vix(FROM, 500, 3));

    @Test
    void theFeaturesOfAnOptionAreThoseOfItsTrainingRowBitForBit() {
        PotDataset dataset = PotDataset.build(List.of(AMD), VIX, PotSampling.of(42).withSamplesPerSymbol(300));
        FeatureMatrix rows = dataset.set().features();
        PotSamples samples = dataset.samples();
        int volatility = rows.names().indexOf("implied_volatility");
        for (int i = 0; i < rows.rows(); i++) {
            LocalDate day = samples.date(i);
            // nothing after the day is known to the bot; the training drew the volatility, the bot has a quote
            BarSeries known = MadeBars.series("AMD",
                    AMD_BARS.stream().filter(bar -> !bar.date().isAfter(day)).toList());
            Map<String, Double> today = TouchFeatures.of(known, VIX).withImpliedVolatility(rows.get(i, volatility))
                    .of(rows.names(), samples.right(i), samples.strike(i), samples.expiration(i));
            assertThat(today.keySet()).containsExactlyElementsOf(rows.names());
            int column = 0;
            for (double value : today.values()) {
                assertThat(Float.floatToIntBits((float) value)).isEqualTo(Float.floatToIntBits(rows.get(i, column++)));
            }
        }
    }

    @Test
    void anotherSessionOfTheSameBarsGivesTheSame() {
        BarSeries known = MadeBars.series("AMD", AMD_BARS.subList(0, 300));
        LocalDate expiration = known.date(299).plusDays(20);
        TouchFeatures then = TouchFeatures.of(AMD, VIX).on(known.date(299));
        assertThat(then.of(List.of("momentum", "historical_volatility", "implied_volatility"), OptionRight.PUT, 50,
                expiration)).isEqualTo(TouchFeatures.of(known, VIX)
                        .of(List.of("momentum", "historical_volatility", "implied_volatility"), OptionRight.PUT, 50,
                                expiration));
    }

    @Test
    void withoutAQuoteTheVolatilityOfSpyIsVix() {
        TouchFeatures today = TouchFeatures.of(SPY, VIX);
        assertThat(today.impliedVolatility()).isCloseTo(VIX.close(499) / 100, within(1e-12));
        assertThat(today.date()).isEqualTo(SPY.date(499));
    }

    @Test
    void theBaselineIsTheClosedForm() {
        TouchFeatures today = TouchFeatures.of(SPY, VIX).withImpliedVolatility(0.2);
        LocalDate expiration = today.date().plusDays(30);
        assertThat(today.baseline(OptionRight.CALL, 1.05 * today.close(), expiration))
                .isCloseTo(0.394814, within(2e-6));
        assertThat(today.baseline(OptionRight.CALL, today.close(), expiration)).isEqualTo(1);
        assertThat(today.isReached(OptionRight.PUT, today.close() + 1)).isTrue();
        assertThat(today.isReached(OptionRight.PUT, today.close() - 1)).isFalse();
    }

    @Test
    void whatCannotBeKnownIsRefusedWithTheReason() {
        TouchFeatures withoutVix = TouchFeatures.of(SPY, MadeBars.series("VIX", MadeBars.vix(FROM, 499, 3)));
        assertThatThrownBy(withoutVix::impliedVolatility).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("VIX has no bar of that day");
        assertThatThrownBy(() -> TouchFeatures.of(MadeBars.series("AMD", AMD_BARS.subList(0, 60)), VIX))
                .hasMessageContaining("need 61 sessions of bars up to their start, not 60");
        TouchFeatures today = TouchFeatures.of(SPY, VIX);
        assertThatThrownBy(() -> today.of(List.of("momentum"), OptionRight.CALL, 200, today.date()))
                .hasMessageContaining("is over at the close of");
        assertThatThrownBy(() -> today.of(List.of("gamma"), OptionRight.CALL, 200, today.date().plusDays(9)))
                .hasMessage("there is no feature 'gamma'");
        assertThatThrownBy(() -> today.on(LocalDate.of(2020, 7, 4))).hasMessage("2020-07-04 is no session of SPY");
        assertThatThrownBy(() -> today.withImpliedVolatility(Double.NaN)).hasMessageContaining("not NaN");
    }
}
