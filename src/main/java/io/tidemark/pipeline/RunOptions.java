package io.tidemark.pipeline;

import io.tidemark.dataset.ForwardSplit;
import io.tidemark.model.ModelKind;
import io.tidemark.model.RunRecord;
import io.tidemark.storage.Json;
import io.tidemark.training.BoosterSettings;
import io.tidemark.training.PotTrainingOptions;
import io.tidemark.training.RegimeTrainingOptions;
import java.io.IOException;
import java.util.Objects;

/// Reads back how a run's model was trained.
public final class RunOptions {
    private RunOptions() {
    }

    /// What the manifests of both models say; a horizon that is not there is 0.
    record Parameters(BoosterSettings booster, ForwardSplit split, long seed, int horizon) {
        Parameters {
            Objects.requireNonNull(booster, "booster");
            Objects.requireNonNull(split, "split");
        }
    }

    /// The options of a regime classifier.
    ///
    /// @throws IOException when the manifest does not tell them
    public static RegimeTrainingOptions regime(RunRecord run) throws IOException {
        Parameters found = read(run, ModelKind.REGIME_CLASSIFIER);
        return new RegimeTrainingOptions(found.booster(), found.split(), found.horizon(), found.seed(),
                RegimeTrainingOptions.of(found.seed()).threads());
    }

    /// The options of a probability of touch.
    ///
    /// @throws IOException when the manifest does not tell them
    public static PotTrainingOptions pot(RunRecord run) throws IOException {
        Parameters found = read(run, ModelKind.PROBABILITY_OF_TOUCH);
        return PotTrainingOptions.of(found.seed()).withSplit(found.split()).withBooster(found.booster());
    }

    private static Parameters read(RunRecord run, ModelKind wanted) throws IOException {
        if (run.model() != wanted) {
            throw new IllegalArgumentException("run " + run.folder() + " is of another model than " + wanted);
        }
        try {
            return Json.convert(run.manifest().training().parameters(), Parameters.class);
        } catch (IllegalArgumentException e) {
            throw new IOException("The manifest of run " + run.number() + " in " + run.folder()
                    + " does not say how it was trained: " + e.getMessage() + ". Train again.", e);
        }
    }
}
