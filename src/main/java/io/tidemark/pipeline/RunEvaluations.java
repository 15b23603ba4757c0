package io.tidemark.pipeline;

import io.tidemark.model.ModelKind;
import io.tidemark.model.RunRecord;
import io.tidemark.storage.Json;
import io.tidemark.training.PotEvaluation;
import io.tidemark.training.RegimeEvaluation;
import java.io.IOException;

/// Reads back what is known of a run's model.
public final class RunEvaluations {
    private RunEvaluations() {
    }

    /// The evaluation of a regime classifier.
    ///
    /// @throws IOException when the file is missing or damaged; the message names it
    /// @throws IllegalArgumentException when the run is of another model
    public static RegimeEvaluation regime(RunRecord run) throws IOException {
        return read(run, ModelKind.REGIME_CLASSIFIER, RegimeEvaluation.class);
    }

    /// The evaluation of a probability-of-touch model.
    ///
    /// @throws IOException when the file is missing or damaged; the message names it
    /// @throws IllegalArgumentException when the run is of another model
    public static PotEvaluation pot(RunRecord run) throws IOException {
        return read(run, ModelKind.PROBABILITY_OF_TOUCH, PotEvaluation.class);
    }

    private static <T> T read(RunRecord run, ModelKind wanted, Class<T> type) throws IOException {
        if (run.model() != wanted) {
            throw new IllegalArgumentException("run " + run.folder() + " is of another model than " + wanted);
        }
        return Json.read(run.evaluation(), type);
    }
}
