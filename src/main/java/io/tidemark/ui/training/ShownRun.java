package io.tidemark.ui.training;

import io.tidemark.model.ModelKind;
import io.tidemark.pipeline.RunEvaluations;
import io.tidemark.pipeline.RunRow;
import io.tidemark.training.LearningCurve;
import io.tidemark.training.PotEvaluation;
import io.tidemark.training.RegimeEvaluation;
import java.io.IOException;
import java.util.List;

/// A run with all that is known of its model.
sealed interface ShownRun {

    /// The run.
    RunRow row();

    /// Its learning curves.
    List<LearningCurve> curves();

    /// A regime classifier.
    record OfRegime(RunRow row, RegimeEvaluation evaluation) implements ShownRun {
        @Override
        public List<LearningCurve> curves() {
            return evaluation.curves();
        }
    }

    /// A probability of touch.
    record OfTouch(RunRow row, PotEvaluation evaluation) implements ShownRun {
        @Override
        public List<LearningCurve> curves() {
            return evaluation.curves();
        }
    }

    /// Reads what is kept of a run.
    ///
    /// @throws IOException when it is missing or damaged; the message names the file
    static ShownRun read(RunRow row) throws IOException {
        return row.model() == ModelKind.REGIME_CLASSIFIER
                ? new OfRegime(row, RunEvaluations.regime(row.run()))
                : new OfTouch(row, RunEvaluations.pot(row.run()));
    }
}
