package io.tidemark.training;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// The newest sessions beside all before them.
///
/// @param sessions how many
/// @param from first day of them
/// @param to last day of them
/// @param rows rows of these days
/// @param features one entry a column
/// @param labels the same of the labels
/// @param sharesBefore share of each label in the rows before
/// @param sharesNow share of each label in the new rows
public record DriftWindow(int sessions, LocalDate from, LocalDate to, int rows, List<FeatureDrift> features,
        FeatureDrift labels, SortedMap<Integer, Double> sharesBefore, SortedMap<Integer, Double> sharesNow) {

    /// Keeps copies.
    public DriftWindow {
        features = List.copyOf(features);
        sharesBefore = Collections.unmodifiableSortedMap(new TreeMap<>(sharesBefore));
        sharesNow = Collections.unmodifiableSortedMap(new TreeMap<>(sharesNow));
    }
}
