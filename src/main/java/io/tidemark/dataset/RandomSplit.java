package io.tidemark.dataset;

import java.util.Arrays;
import java.util.Random;

/// A split by chance, blind to time: only for the naive figure that is shown beside the honest one.
///
/// Rows of neighbouring days share most of their future, so a model tested this way has seen its answers.
///
/// @param train row indices to learn from, ascending
/// @param test row indices to be judged on, ascending
public record RandomSplit(int[] train, int[] test) {

    /// Puts a share of `rows` into the test part; the same seed gives the same split on every machine.
    ///
    /// @param rows number of rows, at least 2
    /// @param testShare part of the rows to test on, between 0 and 1; each side gets one row at least
    /// @param seed of the shuffle
    public static RandomSplit of(int rows, double testShare, long seed) {
        if (rows < 2 || !(testShare > 0 && testShare < 1)) {
            throw new IllegalArgumentException("cannot put " + testShare + " of " + rows + " rows aside");
        }
        int[] order = shuffled(rows, new Random(seed));
        int tested = Math.clamp(Math.round(rows * testShare), 1, rows - 1);
        int[] test = Arrays.copyOf(order, tested);
        int[] train = Arrays.copyOfRange(order, tested, rows);
        Arrays.sort(test);
        Arrays.sort(train);
        return new RandomSplit(train, test);
    }

    private static int[] shuffled(int rows, Random random) {
        var order = new int[rows];
        for (int i = 0; i < rows; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
