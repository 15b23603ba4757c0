package io.tidemark.ui.training;

import io.tidemark.training.LearningCurve;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Learning curves that grow round by round while boosters grow side by side.
final class LiveCurves {
    private final Map<String, List<double[]>> phases = new TreeMap<>();

    /// Forgets all.
    void clear() {
        phases.clear();
    }

    /// Adds a round; rounds of a phase come in order.
    ///
    /// @param validation NaN where nothing validates
    void add(String phase, double training, double validation) {
        phases.computeIfAbsent(phase, each -> new ArrayList<>()).add(new double[]{training, validation});
    }

    /// The curves so far, by phase.
    List<LearningCurve> curves() {
        return phases.entrySet().stream().map(each -> curve(each.getKey(), each.getValue())).toList();
    }

    private static LearningCurve curve(String phase, List<double[]> rounds) {
        double[] training = rounds.stream().mapToDouble(round -> round[0]).toArray();
        double[] validation = Double.isNaN(rounds.getFirst()[1])
                ? new double[0]
                : rounds.stream().mapToDouble(round -> round[1]).toArray();
        return new LearningCurve(phase, rounds.size(), training, validation);
    }
}
