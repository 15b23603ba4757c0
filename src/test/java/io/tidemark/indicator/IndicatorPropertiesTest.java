package io.tidemark.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds for every indicator of the package.
class IndicatorPropertiesTest {

    static Stream<Indicator> all() {
        return Stream.of(new SimpleReturn(1), new SimpleReturn(20), new MovingAverage(1), new MovingAverage(50),
                new DistanceToAverage(2), new DistanceToAverage(20), new RelativeStrength(1), new RelativeStrength(14),
                new RealisedVolatility(2), new RealisedVolatility(20));
    }

    @Test
    void everyIndicatorOfThePackageIsAmongThem() {
        assertThat(all().map(Object::getClass).distinct())
                .containsExactlyInAnyOrder(Indicator.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("all")
    void theFutureChangesNothing(Indicator indicator) {
        double[] series = Walk.seeded(7, 400);
        double[] full = indicator.of(series);
        for (int length = 0; length < series.length; length++) {
            assertThat(indicator.of(Arrays.copyOf(series, length))).isEqualTo(Arrays.copyOf(full, length));
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void theFirstFiniteValueComesRightAfterTheWarmUp(Indicator indicator) {
        double[] values = indicator.of(Walk.seeded(8, 200));
        for (int i = 0; i < values.length; i++) {
            assertThat(Double.isFinite(values[i])).as("value %s", i).isEqualTo(i >= indicator.warmUp());
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void theSeriesItselfStaysAsItIs(Indicator indicator) {
        double[] series = Walk.seeded(9, 100);
        indicator.of(series);

        assertThat(series).isEqualTo(Walk.seeded(9, 100));
    }

    @ParameterizedTest
    @MethodSource("all")
    void aSeriesShorterThanTheWarmUpHasNoValue(Indicator indicator) {
        double[] nothing = new double[indicator.warmUp()];
        Arrays.fill(nothing, Double.NaN);

        assertThat(indicator.of(Walk.seeded(1, indicator.warmUp()))).isEqualTo(nothing);
    }
}
