package io.tidemark.pipeline;

import io.tidemark.dataset.FeatureMatrix;
import io.tidemark.model.BoosterException;
import io.tidemark.model.ModelKind;
import io.tidemark.model.ModelManifest;
import io.tidemark.model.ModelRegistry;
import io.tidemark.model.RegimeClassifier;
import io.tidemark.regime.Regime;
import io.tidemark.regime.RegimeFeatures;
import io.tidemark.regime.RegimeLabelling;
import io.tidemark.regime.RegimeParameters;
import io.tidemark.regime.RegimeThresholds;
import io.tidemark.workspace.Workspace;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// What the regime model in use says about each session.
///
/// A model that foretells `horizon` sessions ahead has its say about a session from the features of an earlier one: the
/// opinion about session `i` was formed at the close of session `i - horizon`.
public final class RegimeOpinion {
    private final int run;
    private final int horizon;
    private final RegimeThresholds learnedWith;
    private final float[] probabilities;

    /// @param run number of the training run
    /// @param horizon sessions that the model looks ahead
    /// @param learnedWith thresholds that labelled what it learned from
    /// @param probabilities of each regime as foretold on each session, `sessions x 5`; NaN where a feature is missing
    RegimeOpinion(int run, int horizon, RegimeThresholds learnedWith, float[] probabilities) {
        this.run = run;
        this.horizon = horizon;
        this.learnedWith = learnedWith;
        this.probabilities = probabilities.clone();
    }

    /// What the model in use says.
    ///
    /// @param features a row a session
    /// @return null when no model is in use
    /// @throws IOException when it is damaged, or takes other features; the message says what to do
    static @Nullable RegimeOpinion inUse(Workspace workspace, FeatureMatrix features) throws IOException {
        // the clock would date a run to be kept; none is
        var registry = new ModelRegistry(workspace.models(), Clock.systemUTC());
        Optional<ModelRegistry.Champion> champion = registry.champion(ModelKind.REGIME_CLASSIFIER);
        if (champion.isEmpty()) {
            return null;
        }
        ModelManifest manifest = champion.get().manifest();
        RegimeLabelling learned = RegimeParameters.of(manifest.training().data()).labelling();
        try {
            RegimeClassifier classifier = RegimeClassifier.load(champion.get().ubj());
            float[] answers = classifier.probabilities(features);
            blankMissing(features, answers);
            return new RegimeOpinion(manifest.run(), learned.horizon(), learned.rules().thresholds(), answers);
        } catch (BoosterException | IllegalArgumentException e) {
            throw new IOException("The regime model in use cannot be asked: " + e.getMessage()
                    + " Train it again.", e);
        }
    }

    /// A model answers rows with missing features too; here such an answer counts for nothing.
    private static void blankMissing(FeatureMatrix features, float[] answers) {
        int width = Regime.count();
        for (int row = 0; row < features.rows(); row++) {
            if (!RegimeFeatures.isComplete(features, row)) {
                Arrays.fill(answers, row * width, (row + 1) * width, Float.NaN);
            }
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RegimeOpinion that && run == that.run && horizon == that.horizon
                && learnedWith.equals(that.learnedWith) && Arrays.equals(probabilities, that.probabilities);
    }

    @Override
    public int hashCode() {
        return Objects.hash(run, horizon, learnedWith, Arrays.hashCode(probabilities));
    }

    /// Number of the training run that made the model.
    public int run() {
        return run;
    }

    /// How many sessions it looks ahead; 0 for the same session.
    public int horizon() {
        return horizon;
    }

    /// The thresholds behind the labels it learned from.
    public RegimeThresholds learnedWith() {
        return learnedWith;
    }

    /// The probability of each regime for session `i`, by id; empty where the model cannot tell.
    public Optional<double[]> probabilities(int i) {
        int from = (i - horizon) * Regime.count();
        if (from < 0 || from >= probabilities.length || Float.isNaN(probabilities[from])) {
            return Optional.empty();
        }
        var row = new double[Regime.count()];
        for (int c = 0; c < row.length; c++) {
            row[c] = probabilities[from + c];
        }
        return Optional.of(row);
    }

    /// The likeliest regime's id for session `i`, the first of equals.
    public OptionalInt likeliest(int i) {
        int from = (i - horizon) * Regime.count();
        if (from < 0 || from >= probabilities.length || Float.isNaN(probabilities[from])) {
            return OptionalInt.empty();
        }
        int best = 0;
        for (int c = 1; c < Regime.count(); c++) {
            best = probabilities[from + c] > probabilities[from + best] ? c : best;
        }
        return OptionalInt.of(best);
    }
}
