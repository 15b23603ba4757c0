package io.tidemark.touch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class R2CeilingTest {

    @Test
    void evenlySpreadProbabilitiesAllowAThird() {
        // Var = 1/12 and E[p(1-p)] = 1/6 for p uniform on [0, 1].
        double[] grid = IntStream.range(0, 10_000).mapToDouble(i -> (i + 0.5) / 10_000).toArray();
        assertThat(R2Ceiling.of(grid)).isCloseTo(1.0 / 3, within(1e-6));
    }

    @Test
    void certaintyAllowsEverythingAndSamenessNothing() {
        assertThat(R2Ceiling.of(new double[]{0, 1, 1, 0, 1})).isEqualTo(1);
        assertThat(R2Ceiling.of(new double[]{0.3, 0.3, 0.3})).isZero();
        assertThat(R2Ceiling.of(new double[]{1, 1})).isZero();
    }

    @Test
    void isWhatTheTrueProbabilitiesReachOnDrawnOutcomes() {
        var random = new SplittableRandom(23);
        int rows = 200_000;
        var p = new double[rows];
        double errors = 0;
        int ones = 0;
        for (int i = 0; i < rows; i++) {
            p[i] = Math.pow(random.nextDouble(), 2);
            int y = random.nextDouble() < p[i] ? 1 : 0;
            errors += (y - p[i]) * (y - p[i]);
            ones += y;
        }
        double base = (double) ones / rows;
        double reached = 1 - errors / rows / (base * (1 - base));
        // Five standard errors of an R2 near 0.4 on 200,000 rows.
        assertThat(R2Ceiling.of(p)).isCloseTo(reached, within(0.01));
    }

    @Test
    void whatIsNoProbabilityIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> R2Ceiling.of(new double[]{}));
        assertThatIllegalArgumentException().isThrownBy(() -> R2Ceiling.of(new double[]{0.5, 1.01}));
        assertThatIllegalArgumentException().isThrownBy(() -> R2Ceiling.of(new double[]{Double.NaN}));
    }
}
