package io.tidemark.training;

import io.tidemark.dataset.FeatureMatrix;
import java.util.stream.IntStream;

/// Rows to learn from or to be judged on.
///
/// @param features `n x k`
/// @param labels n class ids
record LabelledRows(FeatureMatrix features, int[] labels) {

    /// The given rows in the given order.
    LabelledRows select(int[] rows) {
        return new LabelledRows(features.select(rows), IntStream.of(rows).map(row -> labels[row]).toArray());
    }

    /// Labels as XGBoost takes them.
    float[] targets() {
        var targets = new float[labels.length];
        for (int i = 0; i < targets.length; i++) {
            targets[i] = labels[i];
        }
        return targets;
    }
}
