package io.tidemark.indicator;

/// How far a value is from its [MovingAverage]: `x[t] / average[t] - 1`, a fraction, above zero when above the average.
///
/// @param sessions length of the average, at least 2
public record DistanceToAverage(int sessions) implements Indicator {

    /// Checks the range.
    public DistanceToAverage {
        Windows.atLeast(2, sessions);
    }

    @Override
    public int warmUp() {
        return sessions - 1;
    }

    @Override
    public double[] of(double[] series) {
        double[] values = new MovingAverage(sessions).of(series);
        for (int i = warmUp(); i < series.length; i++) {
            values[i] = series[i] / values[i] - 1;
        }
        return values;
    }
}
