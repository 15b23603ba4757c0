package io.tidemark.indicator;

import java.util.Arrays;

/// Sums over windows of an array.
///
/// Each window is summed afresh: a running sum would let rounding, or one NaN, of the far past reach every later day.
final class Windows {
    private Windows() {
    }

    static double[] undefined(int length) {
        var values = new double[length];
        Arrays.fill(values, Double.NaN);
        return values;
    }

    static double mean(double[] values, int from, int count) {
        double sum = 0;
        for (int i = from; i < from + count; i++) {
            sum += values[i];
        }
        return sum / count;
    }

    static void atLeast(int least, int sessions) {
        if (sessions < least) {
            throw new IllegalArgumentException("a window of " + sessions + " sessions is too short, it takes " + least);
        }
    }
}
