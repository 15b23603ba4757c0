package io.tidemark.pipeline;

import io.tidemark.model.ModelKind;
import java.util.List;

/// What a leak check found out about a run.
///
/// @param model which model
/// @param run number of the run
/// @param findings in the order of the route: rows, split, features, figures
public record LeakReport(ModelKind model, int run, List<LeakFinding> findings) {
    /// Keeps a copy.
    public LeakReport {
        findings = List.copyOf(findings);
    }

    /// Whether nothing leaked.
    public boolean passed() {
        return findings.stream().allMatch(LeakFinding::passed);
    }
}
