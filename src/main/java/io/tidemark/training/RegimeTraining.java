package io.tidemark.training;

import io.tidemark.dataset.DatasetManifest;
import io.tidemark.model.HoldoutModel;
import io.tidemark.model.ModelFacts;
import io.tidemark.model.ModelKind;
import io.tidemark.model.TrainedModel;
import io.tidemark.model.Versions;
import java.util.Map;
import java.util.TreeMap;

/// A trained regime model that nobody has kept yet.
///
/// @param ubj the model file's bytes, grown on all rows
/// @param holdout the same without the newest test block
/// @param options how it was trained
/// @param evaluation what is known of it
public record RegimeTraining(byte[] ubj, HoldoutModel holdout, RegimeTrainingOptions options,
        RegimeEvaluation evaluation) {

    /// The model with all that its manifest tells, ready to be kept.
    ///
    /// @param data the set that it was trained on
    public TrainedModel model(DatasetManifest data) {
        ClassificationFigures honest = evaluation.honest();
        var metrics = new TreeMap<String, Double>();
        metrics.put("accuracy", honest.accuracy());
        metrics.put("accuracy_low", evaluation.accuracy().low());
        metrics.put("accuracy_high", evaluation.accuracy().high());
        metrics.put("balanced_accuracy", honest.balancedAccuracy());
        metrics.put("log_loss", honest.logLoss());
        metrics.put("majority_accuracy", honest.majorityAccuracy());
        metrics.put("naive_accuracy", evaluation.naive().figures().accuracy());
        if (honest.persistenceAccuracy() != null) {
            metrics.put("persistence_accuracy", honest.persistenceAccuracy());
        }
        var facts = new ModelFacts(data.features(), evaluation.classes(), data,
                Map.of("booster", options.booster(), "split", options.split(), "horizon", options.horizon(), "seed",
                        options.seed(), "roundsGrown", evaluation.rounds()),
                metrics, Versions.current());
        return new TrainedModel(ModelKind.REGIME_CLASSIFIER, ubj, holdout, facts, evaluation);
    }
}
