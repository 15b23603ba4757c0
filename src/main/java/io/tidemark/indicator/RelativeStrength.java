package io.tidemark.indicator;

/// Relative strength index of Wilder, 0 to 100.
///
/// `100 - 100 / (1 + gain / loss)`. Gain and loss begin as plain means of the first n changes and are smoothed by
/// `(n - 1) / n` after that (J. Welles Wilder, New Concepts in Technical Trading Systems, 1978). Without any loss it is
/// 100; a series that has not moved at all is at 50. NaN in the series makes every later value NaN.
///
/// @param sessions n, at least 1; Wilder's own is 14
public record RelativeStrength(int sessions) implements Indicator {

    /// Checks the range.
    public RelativeStrength {
        Windows.atLeast(1, sessions);
    }

    @Override
    public int warmUp() {
        return sessions;
    }

    @Override
    public double[] of(double[] series) {
        double[] values = Windows.undefined(series.length);
        double gain = 0;
        double loss = 0;
        for (int i = 1; i < series.length; i++) {
            double change = series[i] - series[i - 1];
            double kept = i <= sessions ? 1 : (sessions - 1.0) / sessions;
            gain = gain * kept + Math.max(change, 0) / sessions;
            loss = loss * kept + Math.max(-change, 0) / sessions;
            if (i >= sessions) {
                values[i] = index(gain, loss);
            }
        }
        return values;
    }

    private static double index(double gain, double loss) {
        return gain + loss == 0 ? 50 : 100 * gain / (gain + loss);
    }
}
