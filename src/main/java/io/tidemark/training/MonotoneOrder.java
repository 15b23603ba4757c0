package io.tidemark.training;

import io.tidemark.dataset.FeatureMatrix;
import io.tidemark.model.TreeBooster;
import java.util.Arrays;
import java.util.stream.IntStream;

/// The order that a probability of touch must keep: less with distance, more with days and volatility.
public final class MonotoneOrder {
    private static final int ROWS = 200;
    private static final int STEPS = 12;
    /// Far below what a tree's split changes, above what float sums differ by.
    private static final float TOLERANCE = 1e-6f;

    private MonotoneOrder() {
    }

    /// How often a model breaks the order on a grid: some of the rows, with one feature after another stepped through
    /// the values that it has in all rows.
    ///
    /// @param model of a probability of touch
    /// @param rows as it was trained on
    public static int violations(TreeBooster model, FeatureMatrix rows) {
        int count = Math.min(ROWS, rows.rows());
        int[] some = IntStream.range(0, count).map(i -> (int) ((long) i * rows.rows() / count)).toArray();
        return IntStream.range(0, rows.columns()).map(column -> {
            int direction = PotTrainer.direction(rows.names().get(column));
            return direction == 0 ? 0 : violations(model, rows, some, column, direction);
        }).sum();
    }

    private static int violations(TreeBooster model, FeatureMatrix rows, int[] some, int column, int direction) {
        float[] steps = steps(rows, column);
        int width = rows.columns();
        var grid = new float[some.length * steps.length * width];
        for (int i = 0; i < some.length * steps.length; i++) {
            int row = some[i / steps.length];
            System.arraycopy(rows.sharedValues(), row * width, grid, i * width, width);
            grid[i * width + column] = steps[i % steps.length];
        }
        float[] p = model.predict(FeatureMatrix.of(rows.names(), grid));
        return (int) IntStream.range(1, p.length)
                .filter(i -> i % steps.length != 0 && direction * (p[i] - p[i - 1]) < -TOLERANCE).count();
    }

    private static float[] steps(FeatureMatrix rows, int column) {
        var values = new float[rows.rows()];
        for (int row = 0; row < values.length; row++) {
            values[row] = rows.get(row, column);
        }
        Arrays.sort(values);
        var steps = new float[STEPS];
        for (int i = 0; i < STEPS; i++) {
            steps[i] = values[(int) ((long) i * (values.length - 1) / (STEPS - 1))];
        }
        return steps;
    }
}
