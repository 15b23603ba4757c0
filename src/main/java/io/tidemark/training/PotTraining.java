package io.tidemark.training;

import io.tidemark.dataset.DatasetManifest;
import io.tidemark.model.HoldoutModel;
import io.tidemark.model.ModelFacts;
import io.tidemark.model.ModelKind;
import io.tidemark.model.TrainedModel;
import io.tidemark.model.Versions;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A trained probability-of-touch model that nobody has kept yet.
///
/// @param ubj the model file's bytes, grown on all rows
/// @param holdout the same without the newest test block
/// @param options how it was trained
/// @param evaluation what is known of it
public record PotTraining(byte[] ubj, HoldoutModel holdout, PotTrainingOptions options, PotEvaluation evaluation) {

    /// The model with all that its manifest tells, ready to be kept.
    ///
    /// @param data the set that it was trained on
    public TrainedModel model(DatasetManifest data) {
        var metrics = new TreeMap<String, Double>();
        put(metrics, "", evaluation.honest().model());
        put(metrics, "baseline_", evaluation.honest().baseline());
        put(metrics, "naive_r2", evaluation.naive().figures().model().r2());
        metrics.put("r2_low", evaluation.r2().low());
        metrics.put("r2_high", evaluation.r2().high());
        metrics.put("r2_ceiling", evaluation.ceiling());
        var facts = new ModelFacts(data.features(), List.of("touched"), data,
                Map.of("booster", options.booster(), "split", options.split(), "seed", options.seed(), "roundsGrown",
                        evaluation.rounds()),
                metrics, Versions.current());
        return new TrainedModel(ModelKind.PROBABILITY_OF_TOUCH, ubj, holdout, facts, evaluation);
    }

    private static void put(SortedMap<String, Double> metrics, String prefix, ProbabilityFigures figures) {
        put(metrics, prefix + "r2", figures.r2());
        put(metrics, prefix + "auc", figures.auc());
        put(metrics, prefix + "brier", figures.brier());
        put(metrics, prefix + "log_loss", figures.logLoss());
        put(metrics, prefix + "ece", figures.ece());
    }

    private static void put(SortedMap<String, Double> metrics, String name, @Nullable Double figure) {
        if (figure != null) {
            metrics.put(name, figure);
        }
    }
}
