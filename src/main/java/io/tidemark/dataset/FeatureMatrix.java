package io.tidemark.dataset;

import java.util.List;

/// Features as XGBoost takes them: `rows x columns` floats, row-major, with a name for each column. Missing is NaN.
public final class FeatureMatrix {
    private final List<String> names;
    private final float[] values;

    private FeatureMatrix(List<String> names, float[] values) {
        this.names = names;
        this.values = values;
    }

    /// A matrix that takes over `values`; the caller keeps no hand on the array.
    ///
    /// @param names one a column, at least one
    /// @param values `rows x names.size()`, row-major
    /// @throws IllegalArgumentException when the length is no multiple of the number of columns
    public static FeatureMatrix of(List<String> names, float[] values) {
        if (names.isEmpty() || values.length % names.size() != 0) {
            throw new IllegalArgumentException(values.length + " values do not make rows of " + names.size());
        }
        return new FeatureMatrix(List.copyOf(names), values);
    }

    /// Column names in order.
    public List<String> names() {
        return names;
    }

    /// Number of rows.
    public int rows() {
        return values.length / names.size();
    }

    /// Number of columns.
    public int columns() {
        return names.size();
    }

    /// One value.
    public float get(int row, int column) {
        return values[row * names.size() + column];
    }

    /// All values, row-major: the array itself, for native calls that only read it.
    public float[] sharedValues() {
        return values;
    }

    /// A new matrix of the given rows, in the given order.
    public FeatureMatrix select(int[] rows) {
        int width = names.size();
        var picked = new float[rows.length * width];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(values, rows[i] * width, picked, i * width, width);
        }
        return new FeatureMatrix(names, picked);
    }
}
