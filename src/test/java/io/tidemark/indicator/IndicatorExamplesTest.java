package io.tidemark.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class IndicatorExamplesTest {
    /// The worked example of Wilder's index that charting sites print, with its published results.
    private static final double[] PUBLISHED_CLOSES = {44.3389, 44.0902, 44.1497, 43.6124, 44.3278, 44.8264, 45.0955,
            45.4245, 45.8433, 46.0826, 45.8931, 46.0328, 45.6140, 46.2820, 46.2820, 46.0028, 46.0328, 46.4116, 46.2222,
            45.6439, 46.2122, 46.2521, 45.7137, 46.4515, 45.7835, 45.3548, 44.0288, 44.1783, 44.2181, 44.5672, 43.4205,
            42.6628, 43.1314};
    private static final double[] PUBLISHED_INDEX = {70.53, 66.32, 66.55, 69.41, 66.36, 57.97, 62.93, 63.26, 56.06,
            62.38, 54.71, 50.42, 39.99, 41.46, 41.87, 45.46, 37.30, 33.08, 37.77};

    @Test
    void relativeStrengthIsThePublishedOne() {
        double[] index = new RelativeStrength(14).of(PUBLISHED_CLOSES);

        for (int i = 0; i < PUBLISHED_INDEX.length; i++) {
            assertThat(index[14 + i]).isCloseTo(PUBLISHED_INDEX[i], within(0.005));
        }
    }

    @Test
    void relativeStrengthHasItsEnds() {
        assertThat(new RelativeStrength(2).of(new double[]{1, 2, 3, 4})[3]).as("only gains").isEqualTo(100);
        assertThat(new RelativeStrength(2).of(new double[]{4, 3, 2, 1})[3]).as("only losses").isZero();
        assertThat(new RelativeStrength(2).of(new double[]{5, 5, 5, 5})[3]).as("no movement").isEqualTo(50);
    }

    @Test
    void volatilityIsPandas() {
        // (np.log(s).diff().rolling(3).std() * np.sqrt(252)) of pandas 1.5.3
        double[] volatility = new RealisedVolatility(3).of(new double[]{100, 101, 99, 102, 103});

        assertThat(volatility[3]).isCloseTo(0.39837115903962433, within(1e-14));
        assertThat(volatility[4]).isCloseTo(0.3981693949887065, within(1e-14));
    }

    @Test
    void returnsCountSessionsBack() {
        assertThat(new SimpleReturn(2).of(new double[]{100, 50, 110, 75})).containsExactly(Double.NaN, Double.NaN,
                110 / 100.0 - 1, 75 / 50.0 - 1);
    }

    @Test
    void averagesIncludeToday() {
        assertThat(new MovingAverage(2).of(new double[]{1, 3, 9})).containsExactly(Double.NaN, 2, 6);
        assertThat(new DistanceToAverage(2).of(new double[]{1, 3, 9})).containsExactly(Double.NaN, 0.5, 0.5);
    }

    @Test
    void aMissingValueSpoilsItsWindowsOnly() {
        double[] series = {1, 2, Double.NaN, 4, 5, 6};

        assertThat(new MovingAverage(2).of(series)).containsExactly(Double.NaN, 1.5, Double.NaN, Double.NaN, 4.5, 5.5);
        assertThat(new RealisedVolatility(2).of(series)[5]).isFinite();
        assertThat(new RelativeStrength(1).of(series)[5]).as("but smoothing never forgets").isNaN();
    }

    @Test
    void tooShortAWindowIsRefused() {
        assertThatThrownBy(() -> new RealisedVolatility(1)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a window of 1 sessions is too short, it takes 2");
    }
}
