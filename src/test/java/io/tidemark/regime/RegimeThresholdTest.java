package io.tidemark.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RegimeThresholdTest {
    private static final RegimeThresholds DEFAULTS = RegimeThresholds.defaults();
    private static final List<RegimeThreshold> ALL = List.of(RegimeThreshold.values());

    @Test
    void eachMovesItselfAlone() {
        assertThat(RegimeThreshold.EXTREME_VIX.set(DEFAULTS, 35).extremeVix()).isEqualTo(35);
        assertThat(RegimeThreshold.BEAR_RETURN.set(DEFAULTS, -0.07))
                .isEqualTo(new RegimeThresholds(30, 15, -0.07, 20, 0.05, 15, 0.03));
        assertThat(RegimeThreshold.CHOPPY_RETURN.set(DEFAULTS, 0.0525))
                .isEqualTo(new RegimeThresholds(30, 15, -0.05, 20, 0.0525, 15, 0.03));
    }

    @Test
    void defaultsLieOnTheGridAndWithinTheRange() {
        for (RegimeThreshold each : RegimeThreshold.values()) {
            assertThat(each.set(DEFAULTS, each.in(DEFAULTS))).isEqualTo(DEFAULTS);
            assertThat(each.in(DEFAULTS)).isBetween(each.least(), each.most());
        }
    }

    @Test
    void extremeStressStaysAboveHighVolatility() {
        assertThat(RegimeThreshold.EXTREME_VIX.set(DEFAULTS, 17).extremeVix()).isEqualTo(20.25);
        assertThat(RegimeThreshold.CHOPPY_VIX.set(DEFAULTS, 38).choppyVix()).isEqualTo(29.75);
        assertThat(RegimeThreshold.BEAR_VIX.set(DEFAULTS, 38).bearVix()).isEqualTo(30);
    }

    @Test
    void noDragMakesThresholdsThatAreRefused() {
        var random = new Random(5);
        RegimeThresholds at = DEFAULTS;
        for (int i = 0; i < 5_000; i++) {
            RegimeThreshold moved = ALL.get(random.nextInt(ALL.size()));
            double wanted = moved.least() + random.nextDouble() * (moved.most() - moved.least());
            at = moved.set(at, wanted);
            double steps = moved.in(at) / moved.step();
            assertThat(steps).isCloseTo(Math.rint(steps), within(1e-6));
        }
    }
}
