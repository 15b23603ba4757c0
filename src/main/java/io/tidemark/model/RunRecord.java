package io.tidemark.model;

import io.tidemark.storage.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A training run that was kept: a folder whose model and figures are never changed again.
///
/// @param folder holds `<model>.ubj`, `<model>.json`, `holdout.ubj` and `evaluation.json`
/// @param manifest of the model in it
public record RunRecord(Path folder, ModelManifest manifest) {
    /// Names of files in the folder.
    static final String VERDICT = "promotion.json";
    static final String EVALUATION = "evaluation.json";

    /// Which model was trained.
    public ModelKind model() {
        return manifest.model();
    }

    /// Its number, ascending from 1.
    public int number() {
        return manifest.run();
    }

    /// The model file.
    public Path ubj() {
        return folder.resolve(model().fileName() + ".ubj");
    }

    /// The model that stands for the run in comparisons.
    ///
    /// @throws IOException when the run has none, or the file is damaged
    public HoldoutModel holdout() throws IOException {
        ModelManifest.Holdout facts = manifest.holdout();
        if (facts == null) {
            throw new IOException("Run " + number() + " was kept by a version that stored nothing to compare it by.");
        }
        byte[] ubj = Files.readAllBytes(holdoutFile());
        if (!Sha256.of(ubj).equals(facts.sha256())) {
            throw new IOException(holdoutFile() + " is not the file that its manifest was written for. The run is "
                    + "damaged; train the model again.");
        }
        return new HoldoutModel(ubj, facts.from());
    }

    /// Whether it was put in use, and why.
    public Path verdict() {
        return folder.resolve(VERDICT);
    }

    Path holdoutFile() {
        return folder.resolve("holdout.ubj");
    }

    /// The figures, curves and tables behind every chart of the run.
    public Path evaluation() {
        return folder.resolve(EVALUATION);
    }
}
