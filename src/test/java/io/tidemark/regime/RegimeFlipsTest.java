package io.tidemark.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RegimeFlipsTest {
    private static final RegimeRules RULES = RegimeRules.defaults();

    private final RegimeSessions sessions = RegimeSessions.join(Bars.spy(3, 400), Bars.vix(3, 400));
    private final RegimeFlips flips = RegimeFlips.of(sessions);

    private List<String> texts(double vix, double return20, double close, double sma50) {
        return flips.of(new RegimeInputs(vix, return20, close, sma50), RULES).stream()
                .map(flip -> flip.reached().text() + " " + flip.regime().code()).toList();
    }

    @Test
    void aCalmRisingDayFlipsAtEachConditionOfItsRuleAndAtTheBoundsBeyond() {
        // VIX 12, up 4 %, above its average: bull. From 15 on no rule names it.
        assertThat(texts(12, 0.04, 410, 400)).containsExactlyInAnyOrder("VIX >= 15 LV", "return20 <= 3 % LV",
                "close - SMA50 <= 0 LV");
    }

    @Test
    void stressEndsAtItsThreshold() {
        // At exactly 30 it is no stress any more; falling by 8 % it is then a bear trend.
        assertThat(texts(33, -0.08, 400, 410)).containsExactly("VIX <= 30 BE");
    }

    @Test
    void highVolatilityFlipsBothWaysOfReturn() {
        assertThat(texts(24, 0.01, 400, 400)).containsExactlyInAnyOrder("VIX <= 20 LV", "VIX > 30 ES",
                "return20 >= 5 % LV", "return20 < -5 % BE");
    }

    @Test
    void aDayOnABoundIsNoDistanceFromTheFlip() {
        RegimeFlip nearest = flips.of(new RegimeInputs(30, 0, 400, 400), RULES).getFirst();
        assertThat(nearest.reached().text()).isEqualTo("VIX > 30");
        assertThat(nearest.distance()).isZero();
        assertThat(nearest.regime()).isEqualTo(Regime.EXTREME_STRESS);
    }

    @Test
    void distancesAreSaidInTheUnitOfTheNumber() {
        RegimeFlip flip = flips.of(new RegimeInputs(33.25, -0.08, 400, 410), RULES).getFirst();
        assertThat(flip.text()).isEqualTo("VIX <= 30 (3.25 lower): Bear trending");
        assertThat(flip.distance()).isCloseTo(-3.25, within(1e-12));
    }

    @Test
    void theNearestComesFirstMeasuredInUsualMoves() {
        for (int i = 60; i < sessions.size(); i++) {
            List<RegimeFlip> found = flips.of(sessions.inputs(i), RULES);
            assertThat(found).isNotEmpty().isSortedAccordingTo(
                    (a, b) -> Double.compare(a.usualDays(), b.usualDays()));
        }
    }

    /// The search by bounds against a search by small steps that knows no bounds.
    @Test
    void noFlipOfVixIsNearerThanTheOneFound() {
        var random = new Random(8);
        for (int n = 0; n < 300; n++) {
            var inputs = new RegimeInputs((800 + random.nextInt(3_200)) / 100.0,
                    (random.nextInt(300) - 150) / 1000.0 + 0.0003, 400 + random.nextInt(20), 410);
            Regime now = RULES.classify(inputs).regime();
            double found = flips.of(inputs, RULES).stream().filter(flip -> flip.reached().quantity() == Quantity.VIX)
                    .mapToDouble(flip -> Math.abs(flip.distance())).min().orElse(60);
            for (double step = 0.01; step < found - 0.005 && step < inputs.vix(); step += 0.01) {
                assertThat(at(inputs, inputs.vix() + step)).as("%s + %s", inputs, step).isEqualTo(now);
                assertThat(at(inputs, inputs.vix() - step)).as("%s - %s", inputs, step).isEqualTo(now);
            }
            if (found < 60) {
                assertThat(List.of(at(inputs, inputs.vix() + found + 0.01), at(inputs, inputs.vix() - found - 0.01)))
                        .anyMatch(regime -> regime != now);
            }
        }
    }

    private static Regime at(RegimeInputs inputs, double vix) {
        return RULES.classify(vix, inputs.return20(), inputs.close(), inputs.sma50()).regime();
    }

    @Test
    void aDayWithoutVixHasNoFlips() {
        assertThat(flips.of(new RegimeInputs(Double.NaN, 0.01, 400, 400), RULES)).isEmpty();
    }
}
