package io.tidemark.model;

import io.tidemark.dataset.FeatureMatrix;
import io.tidemark.regime.Regime;
import java.io.IOException;
import java.nio.file.Path;

/// The model that tells the state of the market from a session's features.
///
/// Thread-safe until closed. Holds native memory.
public final class RegimeClassifier implements AutoCloseable {
    private final NamedBooster booster;

    private RegimeClassifier(NamedBooster booster) {
        this.booster = booster;
    }

    /// Reads `regime_classifier.ubj` and checks it against the manifest beside it.
    ///
    /// @throws IOException when a file is absent or damaged, or is another model; the message says what to do
    /// @throws BoosterException when this machine cannot load XGBoost, or the file is no booster
    public static RegimeClassifier load(Path ubj) throws IOException {
        return new RegimeClassifier(NamedBooster.load(ubj, ModelKind.REGIME_CLASSIFIER));
    }

    /// What the model is and how it came about.
    public ModelManifest manifest() {
        return booster.manifest();
    }

    /// The probability of each regime for each row: `rows x 5` by [Regime#id()], row-major.
    ///
    /// @param features columns by name and in the order of the manifest; NaN is missing
    /// @throws IllegalArgumentException when names or order are others
    public float[] probabilities(FeatureMatrix features) {
        return booster.predict(features);
    }

    /// The id of the likeliest regime of each row, the first of equals.
    ///
    /// @throws IllegalArgumentException as [RegimeClassifier#probabilities]
    public int[] predict(FeatureMatrix features) {
        return likeliest(probabilities(features), Regime.count());
    }

    /// The column with the largest value in each row, the first of equals.
    ///
    /// @param probabilities `rows x classes`, row-major
    public static int[] likeliest(float[] probabilities, int classes) {
        var best = new int[probabilities.length / classes];
        for (int row = 0; row < best.length; row++) {
            for (int c = 1; c < classes; c++) {
                if (probabilities[row * classes + c] > probabilities[row * classes + best[row]]) {
                    best[row] = c;
                }
            }
        }
        return best;
    }

    @Override
    public void close() {
        booster.close();
    }
}
