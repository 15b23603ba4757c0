package io.tidemark.gateway.synthetic;

import java.util.Arrays;

/// Textbook statistics over arrays, for measuring the synthetic market.
final class Statistics {
    private Statistics() {
    }

    static double mean(double[] x) {
        return Arrays.stream(x).average().orElseThrow();
    }

    static double deviation(double[] x) {
        return Math.sqrt(moment(x, 2));
    }

    static double excessKurtosis(double[] x) {
        double variance = moment(x, 2);
        return moment(x, 4) / (variance * variance) - 3;
    }

    static double correlation(double[] x, double[] y) {
        double mx = mean(x);
        double my = mean(y);
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += (x[i] - mx) * (y[i] - my);
        }
        return sum / x.length / deviation(x) / deviation(y);
    }

    /// Correlation of `x` with `y` a number of steps later.
    static double correlationAhead(double[] x, double[] y, int steps) {
        return correlation(Arrays.copyOf(x, x.length - steps), Arrays.copyOfRange(y, steps, y.length));
    }

    /// Slope of `y` on `x`.
    static double slope(double[] x, double[] y) {
        return correlation(x, y) * deviation(y) / deviation(x);
    }

    static double[] absolute(double[] x) {
        return Arrays.stream(x).map(Math::abs).toArray();
    }

    static double[] changes(double[] x) {
        var changes = new double[x.length - 1];
        for (int i = 0; i < changes.length; i++) {
            changes[i] = x[i + 1] - x[i];
        }
        return changes;
    }

    static double[] logReturns(double[] prices) {
        return changes(Arrays.stream(prices).map(Math::log).toArray());
    }

    private static double moment(double[] x, int order) {
        double mean = mean(x);
        return Arrays.stream(x).map(each -> Math.pow(each - mean, order)).average().orElseThrow();
    }
}
