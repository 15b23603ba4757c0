package io.tidemark.indicator;

/// Volatility of the last log returns, an annualised fraction: sample standard deviation times the square root of 252.
///
/// @param sessions number of daily returns, at least 2
public record RealisedVolatility(int sessions) implements Indicator {
    private static final double SESSIONS_OF_A_YEAR = 252;

    /// Checks the range.
    public RealisedVolatility {
        Windows.atLeast(2, sessions);
    }

    @Override
    public int warmUp() {
        return sessions;
    }

    @Override
    public double[] of(double[] series) {
        double[] returns = Windows.undefined(series.length);
        for (int i = 1; i < series.length; i++) {
            // StrictMath: options are struck by this value, and their strikes must be the same on every machine.
            returns[i] = StrictMath.log(series[i] / series[i - 1]);
        }
        double[] values = Windows.undefined(series.length);
        for (int i = sessions; i < series.length; i++) {
            values[i] = deviation(returns, i - sessions + 1) * Math.sqrt(SESSIONS_OF_A_YEAR);
        }
        return values;
    }

    private double deviation(double[] returns, int from) {
        double mean = Windows.mean(returns, from, sessions);
        double squares = 0;
        for (int i = from; i < from + sessions; i++) {
            squares += (returns[i] - mean) * (returns[i] - mean);
        }
        return Math.sqrt(squares / (sessions - 1));
    }
}
