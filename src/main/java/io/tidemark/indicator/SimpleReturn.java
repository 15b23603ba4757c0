package io.tidemark.indicator;

/// Relative change over a number of sessions: `x[t] / x[t - n] - 1`, a fraction.
///
/// @param sessions n, at least 1
public record SimpleReturn(int sessions) implements Indicator {

    /// Checks the range.
    public SimpleReturn {
        Windows.atLeast(1, sessions);
    }

    @Override
    public int warmUp() {
        return sessions;
    }

    @Override
    public double[] of(double[] series) {
        double[] values = Windows.undefined(series.length);
        for (int i = sessions; i < series.length; i++) {
            values[i] = series[i] / series[i - sessions] - 1;
        }
        return values;
    }
}
