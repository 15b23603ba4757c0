package io.tidemark.model;

import io.tidemark.dataset.FeatureMatrix;
import java.io.IOException;
import java.nio.file.Path;

/// The model that tells how likely an option's strike is touched before it expires.
///
/// Thread-safe until closed. Holds native memory.
public final class ProbabilityOfTouch implements AutoCloseable {
    private final NamedBooster booster;

    private ProbabilityOfTouch(NamedBooster booster) {
        this.booster = booster;
    }

    /// Reads `probability_of_touch.ubj` and checks it against the manifest beside it.
    ///
    /// @throws IOException when a file is absent or damaged, or is another model; the message says what to do
    /// @throws BoosterException when this machine cannot load XGBoost, or the file is no booster
    public static ProbabilityOfTouch load(Path ubj) throws IOException {
        return new ProbabilityOfTouch(NamedBooster.load(ubj, ModelKind.PROBABILITY_OF_TOUCH));
    }

    /// What the model is and how it came about.
    public ModelManifest manifest() {
        return booster.manifest();
    }

    /// The probability of a touch for each row.
    ///
    /// @param features columns by name and in the order of the manifest; NaN is missing
    /// @throws IllegalArgumentException when names or order are others
    public float[] probabilities(FeatureMatrix features) {
        return booster.predict(features);
    }

    @Override
    public void close() {
        booster.close();
    }
}
