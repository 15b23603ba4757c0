package io.tidemark.model;

import io.tidemark.dataset.DatasetManifest;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// How a model came about: enough to make it again, and to know what it is worth.
///
/// @param features columns it takes, in order
/// @param outputs what each number that it gives for a row is the probability of
/// @param data what it was trained on
/// @param parameters everything that was set, by name, the seed and the split included
/// @param metrics the figures that matter most, by name; all others are in the run's evaluation
/// @param versions of the programs that made it, by name
public record ModelFacts(List<String> features, List<String> outputs, DatasetManifest data,
        Map<String, Object> parameters, SortedMap<String, Double> metrics, SortedMap<String, String> versions) {

    /// Keeps copies in order of name.
    public ModelFacts {
        features = List.copyOf(features);
        outputs = List.copyOf(outputs);
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
        metrics = Collections.unmodifiableSortedMap(new TreeMap<>(metrics));
        versions = Collections.unmodifiableSortedMap(new TreeMap<>(versions));
    }
}
