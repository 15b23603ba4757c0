package io.tidemark.model;

import java.nio.file.Path;

/// A training run that was kept: a folder that is never changed again.
///
/// @param folder holds `<model>.ubj`, `<model>.json` and `evaluation.json`
/// @param manifest of the model in it
public record RunRecord(Path folder, ModelManifest manifest) {

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

    /// The figures, curves and tables behind every chart of the run.
    public Path evaluation() {
        return folder.resolve("evaluation.json");
    }
}
