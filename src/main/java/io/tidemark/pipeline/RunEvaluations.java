package io.tidemark.pipeline;

import io.tidemark.model.ModelKind;
import io.tidemark.model.RunRecord;
import io.tidemark.storage.Json;
import io.tidemark.training.LearningCurve;
import io.tidemark.training.PotEvaluation;
import io.tidemark.training.RegimeEvaluation;
import java.io.IOException;
import java.util.List;

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

    /// The learning curve that compares runs: that of the last fold, which learned from most rows.
    ///
    /// @throws IOException when the evaluation is missing or damaged; the message names the file
    public static LearningCurve curve(RunRecord run) throws IOException {
        List<LearningCurve> curves = switch (run.model()) {
            case REGIME_CLASSIFIER -> regime(run).curves();
            case PROBABILITY_OF_TOUCH -> pot(run).curves();
        };
        return curves.stream().filter(each -> each.validation().length > 0).reduce((before, last) -> last)
                .orElseThrow(() -> new IOException(run.evaluation() + " holds no learning curve."));
    }

    private static <T> T read(RunRecord run, ModelKind wanted, Class<T> type) throws IOException {
        if (run.model() != wanted) {
            throw new IllegalArgumentException("run " + run.folder() + " is of another model than " + wanted);
        }
        return Json.read(run.evaluation(), type);
    }
}
