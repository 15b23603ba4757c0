package io.tidemark.model;

import io.tidemark.dataset.FeatureMatrix;
import io.tidemark.touch.OptionRight;
import io.tidemark.touch.TouchFeatures;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// The model that tells how likely an option's strike is touched before it expires.
///
/// Immutable and thread-safe. Holds no native memory: a bot may drop it at any time.
public final class ProbabilityOfTouch {
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

    /// The probability of a touch of one option, told feature by feature: a matter of microseconds.
    ///
    /// @param features every feature of the manifest by name; NaN is missing
    /// @throws IllegalArgumentException when one is absent or unknown; the message names it
    public double probability(Map<String, ? extends Number> features) {
        return booster.predict(features)[0];
    }

    /// The probability that a strike is touched after the session that `today` stands for, from bars to answer: the
    /// features are the training's own.
    ///
    /// ```java
    /// model.probability(TouchFeatures.of(tsla, vix), OptionRight.CALL, 480, LocalDate.of(2025, 1, 17));
    /// ```
    ///
    /// @param today what the bars say of the underlying
    /// @param strike USD, adjusted for splits as the bars are
    /// @param expiration last day on which a touch counts, after the session
    /// @return 1 for a strike that the price has reached already
    /// @throws IllegalArgumentException when the model wants a feature that is unknown, or the option has expired
    public double probability(TouchFeatures today, OptionRight right, double strike, LocalDate expiration) {
        if (today.isReached(right, strike)) {
            return 1;
        }
        return probability(today.of(manifest().training().features(), right, strike, expiration));
    }

    /// The features that lie outside anything it has learned from, in its order: empty when it knows the like of them.
    ///
    /// Beyond the edge it answers as at the edge, and as surely. Empty too where a version kept no ranges.
    ///
    /// @param features by name
    public List<String> outside(Map<String, ? extends Number> features) {
        return booster.outside(features);
    }

    /// The same of one option after the session that `today` stands for.
    ///
    /// @throws IllegalArgumentException as the answer itself does
    public List<String> outside(TouchFeatures today, OptionRight right, double strike, LocalDate expiration) {
        return outside(today.of(manifest().training().features(), right, strike, expiration));
    }
}
