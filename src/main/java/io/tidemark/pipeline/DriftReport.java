package io.tidemark.pipeline;

import io.tidemark.model.ModelKind;
import io.tidemark.training.DriftWindow;
import io.tidemark.training.RollingScore;
import java.util.List;

/// Whether the newest sessions are still like those that the models learned from, and whether the models keep up.
///
/// @param models one entry a model in use
public record DriftReport(List<ModelDrift> models) {
    /// Keeps a copy.
    public DriftReport {
        models = List.copyOf(models);
    }

    /// All warnings, a sentence each; empty when nothing drifts.
    public List<String> warnings() {
        return models.stream().flatMap(model -> model.warnings().stream()).toList();
    }

    /// The drift of one model.
    ///
    /// @param model which model
    /// @param run number of the run in use
    /// @param windows its columns and labels over the newest sessions, the shorter window first
    /// @param scores how it did over the newest sessions that its comparison model knows nothing of
    /// @param warnings sentences for a person; empty when there is nothing to warn of
    public record ModelDrift(ModelKind model, int run, List<DriftWindow> windows, List<RollingScore> scores,
            List<String> warnings) {
        /// Keeps copies.
        public ModelDrift {
            windows = List.copyOf(windows);
            scores = List.copyOf(scores);
            warnings = List.copyOf(warnings);
        }
    }
}
