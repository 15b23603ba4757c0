package io.tidemark.model;

import io.tidemark.dataset.FeatureMatrix;
import io.tidemark.market.BarSeries;
import io.tidemark.regime.Regime;
import io.tidemark.regime.RegimeFeatures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The model that tells the state of the market from a session's features.
///
/// Immutable and thread-safe. Holds no native memory: a bot may drop it at any time.
public final class RegimeClassifier {
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

    /// What it says of one session, told feature by feature: a matter of microseconds.
    ///
    /// @param features every feature of the manifest by name; NaN is missing
    /// @throws IllegalArgumentException when one is absent or unknown; the message names it
    public RegimeForecast predict(Map<String, ? extends Number> features) {
        return RegimeForecast.of(booster.predict(features));
    }

    /// What it says at the close of the last session of SPY, from bars to answer: the features are the training's own.
    ///
    /// @param spy bars of SPY, the last one complete; at least 51
    /// @param vix bars of VIX, with one on SPY's last day
    /// @throws IllegalArgumentException when a feature of that session is not defined; the message says what is missing
    public RegimeForecast predict(BarSeries spy, BarSeries vix) {
        return predict(RegimeFeatures.ofLast(spy, vix));
    }

    /// The features that lie outside anything it has learned from, in its order: empty when it knows the like of them.
    ///
    /// Beyond the edge it answers as at the edge, and as surely. Empty too where a version kept no ranges.
    ///
    /// @param features by name
    public List<String> outside(Map<String, ? extends Number> features) {
        return booster.outside(features);
    }

    /// The same of the last session of SPY.
    ///
    /// @throws IllegalArgumentException as [RegimeClassifier#predict(BarSeries, BarSeries)]
    public List<String> outside(BarSeries spy, BarSeries vix) {
        return outside(RegimeFeatures.ofLast(spy, vix));
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
}
