package io.tidemark.training;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// How often each true class was given each name: rows are the truth, columns the prediction.
///
/// Figures of a class that cannot be computed (nothing true, nothing predicted) are null, not zero.
public final class ConfusionMatrix {
    private final int[][] counts;

    private ConfusionMatrix(int[][] counts) {
        this.counts = counts;
    }

    /// Counts the pairs.
    ///
    /// @param truth class ids from 0 to `classes - 1`
    /// @param predicted as many class ids
    /// @throws IllegalArgumentException when the lengths differ or there are no rows
    public static ConfusionMatrix of(int[] truth, int[] predicted, int classes) {
        if (truth.length != predicted.length || truth.length == 0) {
            throw new IllegalArgumentException(truth.length + " truths for " + predicted.length + " predictions");
        }
        var counts = new int[classes][classes];
        for (int i = 0; i < truth.length; i++) {
            counts[truth[i]][predicted[i]]++;
        }
        return new ConfusionMatrix(counts);
    }

    /// The counts, row by row, a copy.
    public int[][] counts() {
        return IntStream.range(0, counts.length).mapToObj(row -> counts[row].clone()).toArray(int[][]::new);
    }

    /// Rows counted in all.
    public int total() {
        return IntStream.range(0, counts.length).map(this::support).sum();
    }

    /// Rows whose truth is class `c`.
    public int support(int c) {
        return IntStream.of(counts[c]).sum();
    }

    /// Share of rows named rightly.
    public double accuracy() {
        return (double) IntStream.range(0, counts.length).map(c -> counts[c][c]).sum() / total();
    }

    /// Mean recall of the classes that are present.
    public double balancedAccuracy() {
        return IntStream.range(0, counts.length).filter(c -> support(c) > 0)
                .mapToDouble(c -> (double) counts[c][c] / support(c)).average().orElseThrow();
    }

    /// Share of the rows that the commonest class has: the accuracy of always naming it.
    public double majority() {
        return (double) IntStream.range(0, counts.length).map(this::support).max().orElseThrow() / total();
    }

    /// Share of the rows named `c` that are `c`; null when none is named so.
    public @Nullable Double precision(int c) {
        return ratio(counts[c][c], named(c));
    }

    /// Share of the rows that are `c` that are named so; null when none is.
    public @Nullable Double recall(int c) {
        return ratio(counts[c][c], support(c));
    }

    /// Harmonic mean of precision and recall; null when the class is neither present nor predicted.
    public @Nullable Double f1(int c) {
        return ratio(2 * counts[c][c], support(c) + named(c));
    }

    private int named(int c) {
        return IntStream.range(0, counts.length).map(row -> counts[row][c]).sum();
    }

    private static @Nullable Double ratio(int part, int whole) {
        return whole == 0 ? null : (double) part / whole;
    }
}
