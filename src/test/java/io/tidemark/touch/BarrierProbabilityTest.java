package io.tidemark.touch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BarrierProbabilityTest {
    /// The reference table has six decimals.
    private static final double TABLE_TOLERANCE = 1e-6;
    private static final int PATHS = 400_000;
    /// Five standard errors of a share of [#PATHS] at its widest, p = 0.5.
    private static final double MONTE_CARLO_TOLERANCE = 5 * 0.5 / Math.sqrt(PATHS);

    @ParameterizedTest
    @CsvSource({"100,105,.20,30,0,0.385225,0.394814", "100,105,.20,30,.05,0.409350,0.394814",
            "100,95,.20,30,0,0.380577,0.371015", "100,95,.20,30,.05,0.356851,0.371015",
            "250,300,.55,45,0,0.314308,0.345121", "250,200,.55,45,0,0.276416,0.247895"})
    void agreesWithTheReferenceTable(double s, double k, double sigma, int days, double mu, double exact,
            double neutral) {
        double years = days / 365.0;
        assertThat(BarrierProbability.withGrowth(s, k, sigma, years, mu)).isCloseTo(exact, within(TABLE_TOLERANCE));
        assertThat(BarrierProbability.neutral(s, k, sigma, years)).isCloseTo(neutral, within(TABLE_TOLERANCE));
        assertThat(BarrierProbability.touch(s, k, sigma, years, 0)).isCloseTo(neutral, within(TABLE_TOLERANCE));
    }

    @ParameterizedTest
    @CsvSource({"100,105,.20,30,0", "100,92,.35,60,.3", "100,118,.6,20,-.8", "40,39.5,.25,5,1.5", "250,330,.9,45,.1"})
    void agreesWithSimulatedPaths(double s, double k, double sigma, int days, double mu) {
        double years = days / 365.0;
        double nu = mu - sigma * sigma / 2;
        assertThat(BarrierProbability.touch(s, k, sigma, years, nu))
                .isCloseTo(simulated(Math.log(k / s), sigma * sigma * years, nu * years),
                        within(MONTE_CARLO_TOLERANCE));
    }

    /// Share of paths whose extreme passes `b`: the end is drawn, then the extreme of the Brownian bridge up to it,
    /// so a path has one step and no step bias.
    private static double simulated(double b, double variance, double drift) {
        var random = new SplittableRandom(20_240_229);
        double side = Math.signum(b);
        int touched = 0;
        for (int path = 0; path < PATHS; path++) {
            double end = side * (drift + Math.sqrt(variance) * random.nextGaussian());
            double extreme = (end + Math.sqrt(end * end - 2 * variance * Math.log(1 - random.nextDouble()))) / 2;
            if (extreme >= side * b) {
                touched++;
            }
        }
        return (double) touched / PATHS;
    }

    @Test
    void levelAtTheSpotIsTouchedAlready() {
        assertThat(BarrierProbability.touch(100, 100, .2, .1, -3)).isEqualTo(1);
        assertThat(BarrierProbability.neutral(100, 100, 0, 0)).isEqualTo(1);
    }

    @Test
    void withoutTimeOrVolatilityOnlyTheDriftReachesTheLevel() {
        assertThat(BarrierProbability.neutral(100, 105, .2, 0)).isZero();
        assertThat(BarrierProbability.neutral(100, 105, 0, 1)).isZero();
        assertThat(BarrierProbability.touch(100, 105, 0, 1, .05)).as("ln 1.05 = 0.0488").isEqualTo(1);
        assertThat(BarrierProbability.touch(100, 105, 0, 1, .04)).isZero();
        assertThat(BarrierProbability.touch(100, 95, 0, 1, -.06)).as("ln 0.95 = -0.0513").isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"100,101,.001,1,.5,1", "100,101,.001,1,-.5,0", "100,1e6,.2,.1,0,0", "1e-3,1e6,.01,5,9,1"})
    void extremeArgumentsStayProbabilities(double s, double k, double sigma, double years, double nu, double expected) {
        assertThat(BarrierProbability.touch(s, k, sigma, years, nu)).isBetween(0.0, 1.0)
                .isCloseTo(expected, within(TABLE_TOLERANCE));
    }

    @ParameterizedTest
    @CsvSource({"0,100,.2,.1,0", "100,-1,.2,.1,0", "100,105,-.2,.1,0", "100,105,.2,-1,0", "NaN,105,.2,.1,0",
            "100,NaN,.2,.1,0", "100,105,NaN,.1,0", "100,105,.2,NaN,0", "100,105,.2,.1,NaN", "100,105,Infinity,.1,0"})
    void argumentsOutsideTheirRangeAreRefused(double s, double k, double sigma, double years, double nu) {
        assertThatIllegalArgumentException().isThrownBy(() -> BarrierProbability.touch(s, k, sigma, years, nu));
    }
}
