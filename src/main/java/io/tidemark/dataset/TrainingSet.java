package io.tidemark.dataset;

/// What a model learns from: features, labels and the day of each row. The contents of a `.npz` file.
///
/// @param features `n x k`
/// @param labels n class ids (regimes 0 to 4; touched 0 or 1)
/// @param dates n New York session dates as `yyyymmdd`; ascending for regimes, while options lie in order of expiration
public record TrainingSet(FeatureMatrix features, int[] labels, int[] dates) {

    /// Checks that all parts have as many rows.
    public TrainingSet {
        if (features.rows() != labels.length || labels.length != dates.length) {
            throw new IllegalArgumentException("features, labels and dates differ in rows: " + features.rows() + ", "
                    + labels.length + ", " + dates.length);
        }
    }

    /// Number of rows.
    public int rows() {
        return labels.length;
    }
}
