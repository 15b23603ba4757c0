package io.tidemark.dataset;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a feature was seen to be. Trees answer beyond it as they do at its edge.
///
/// @param low least value
/// @param high greatest value
public record FeatureRange(float low, float high) {
    /// Whether a value lies in it; NaN, which is missing, does.
    public boolean contains(float value) {
        return !(value < low || value > high);
    }

    /// The range of each column by name; columns without any value are left out.
    static SortedMap<String, FeatureRange> of(FeatureMatrix features) {
        var ranges = new TreeMap<String, FeatureRange>();
        for (int column = 0; column < features.columns(); column++) {
            float low = Float.POSITIVE_INFINITY;
            float high = Float.NEGATIVE_INFINITY;
            for (int row = 0; row < features.rows(); row++) {
                float value = features.get(row, column);
                low = value < low ? value : low;
                high = value > high ? value : high;
            }
            if (low <= high) {
                ranges.put(features.names().get(column), new FeatureRange(low, high));
            }
        }
        return Collections.unmodifiableSortedMap(ranges);
    }
}
