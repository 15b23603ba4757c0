package io.tidemark.gateway.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class RandomStreamTest {
    private static final int DRAWS = 1_000_000;

    @Test
    void sameSeedAndNameGiveTheSameNumbers() {
        var first = new RandomStream(9, "SPY");
        var second = new RandomStream(9, "SPY");
        assertThat(draws(first::normal, 100)).containsExactly(draws(second::normal, 100));
    }

    @Test
    void anotherNameGivesOtherNumbers() {
        var spy = new RandomStream(9, "SPY");
        var vix = new RandomStream(9, "VIX");
        assertThat(Statistics.correlation(draws(spy::normal, DRAWS), draws(vix::normal, DRAWS))).isCloseTo(0,
                within(0.004));
    }

    @Test
    void normalsAreStandardNormal() {
        var normals = draws(new RandomStream(1, "normal")::normal, DRAWS);
        assertThat(Statistics.mean(normals)).isCloseTo(0, within(0.003));
        assertThat(Statistics.deviation(normals)).isCloseTo(1, within(0.003));
        assertThat(Statistics.excessKurtosis(normals)).isCloseTo(0, within(0.02));
    }

    @Test
    void meanOfTheVarianceScaleIsTheOneStated() {
        var scales = draws(new RandomStream(1, "scale")::varianceScale, DRAWS);
        assertThat(Statistics.mean(scales)).isCloseTo(RandomStream.MEAN_SCALE, within(0.003));
        assertThat(DoubleStream.of(scales).min().orElseThrow()).isPositive();
        assertThat(DoubleStream.of(scales).max()).hasValue(RandomStream.MOST_SCALE);
    }

    @Test
    void exponentialsHaveMeanOne() {
        assertThat(Statistics.mean(draws(new RandomStream(1, "exp")::exponential, DRAWS))).isCloseTo(1, within(0.004));
    }

    @Test
    void wholeNumbersReachBothEnds() {
        var random = new RandomStream(1, "dice");
        var rolls = draws(() -> random.between(1, 6), 10_000);
        assertThat(DoubleStream.of(rolls).min()).hasValue(1);
        assertThat(DoubleStream.of(rolls).max()).hasValue(6);
    }

    private static double[] draws(DoubleSupplier source, int count) {
        return DoubleStream.generate(source).limit(count).toArray();
    }
}
