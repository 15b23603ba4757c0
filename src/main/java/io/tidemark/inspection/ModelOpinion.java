package io.tidemark.inspection;

import io.tidemark.dataset.FeatureMatrix;
import io.tidemark.model.BoosterException;
import io.tidemark.model.ModelKind;
import io.tidemark.model.ModelManifest;
import io.tidemark.model.ModelRegistry;
import io.tidemark.model.ProbabilityOfTouch;
import io.tidemark.workspace.Workspace;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the probability-of-touch model in use says of every option.
///
/// @param run number of the training run that made the model; 0 when there is none
/// @param learnedTo last start that the model has learned from; empty when there is no model
/// @param probabilities one a row; empty when there is no model
/// @param trouble why a model that is there cannot be asked; empty otherwise
record ModelOpinion(int run, Optional<LocalDate> learnedTo, float[] probabilities, String trouble) {
    private static final Logger LOG = LoggerFactory.getLogger(ModelOpinion.class);

    /// No model.
    static ModelOpinion none(String trouble) {
        return new ModelOpinion(0, Optional.empty(), new float[0], trouble);
    }

    /// Asks the model in use; options are shown without it when it cannot be asked.
    static ModelOpinion inUse(Workspace workspace, FeatureMatrix features) {
        try {
            // the clock would date a run to be kept; none is
            var registry = new ModelRegistry(workspace.models(), Clock.systemUTC());
            Optional<ModelRegistry.Champion> champion = registry.champion(ModelKind.PROBABILITY_OF_TOUCH);
            return champion.isEmpty() ? none("") : ask(champion.get(), features);
        } catch (IOException | BoosterException | IllegalArgumentException e) {
            LOG.warn("options are shown without the model", e);
            return none("The touch model in use cannot be asked: " + e.getMessage());
        }
    }

    private static ModelOpinion ask(ModelRegistry.Champion champion, FeatureMatrix features) throws IOException {
        ProbabilityOfTouch model = ProbabilityOfTouch.load(champion.ubj());
        ModelManifest manifest = champion.manifest();
        return new ModelOpinion(manifest.run(), Optional.of(manifest.training().data().lastDate()),
                model.probabilities(features), "");
    }
}
