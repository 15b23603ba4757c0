package io.tidemark.indicator;

/// Simple moving average over a number of sessions, today's included, in the unit of the series.
///
/// @param sessions n, at least 1
public record MovingAverage(int sessions) implements Indicator {

    /// Checks the range.
    public MovingAverage {
        Windows.atLeast(1, sessions);
    }

    @Override
    public int warmUp() {
        return sessions - 1;
    }

    @Override
    public double[] of(double[] series) {
        double[] values = Windows.undefined(series.length);
        for (int i = warmUp(); i < series.length; i++) {
            values[i] = Windows.mean(series, i - sessions + 1, sessions);
        }
        return values;
    }
}
