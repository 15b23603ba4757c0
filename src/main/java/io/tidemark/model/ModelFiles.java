package io.tidemark.model;

import io.tidemark.storage.Json;
import io.tidemark.storage.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A model file with its manifest beside it.
///
/// @param ubj ends in `.ubj`
/// @param manifest the same name ending in `.json`
record ModelFiles(Path ubj, Path manifest) {

    /// The files of a model in a folder.
    static ModelFiles in(Path folder, ModelKind model) {
        return new ModelFiles(folder.resolve(model.fileName() + ".ubj"), folder.resolve(model.fileName() + ".json"));
    }

    /// The files of which one is `ubj`.
    static ModelFiles of(Path ubj) {
        String name = String.valueOf(ubj.getFileName());
        String stem = name.endsWith(".ubj") ? name.substring(0, name.length() - ".ubj".length()) : name;
        return new ModelFiles(ubj, ubj.resolveSibling(stem + ".json"));
    }

    /// The same for Python's joblib, beside a promoted model.
    Path joblib() {
        String name = String.valueOf(ubj.getFileName());
        return ubj.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ".joblib");
    }

    /// The manifest.
    ///
    /// @throws IOException when it is absent, cannot be understood, is of a newer form or of another model
    ModelManifest readManifest(ModelKind model) throws IOException {
        if (!Files.exists(manifest)) {
            throw new IOException(manifest + " is missing: nothing says what " + ubj.getFileName()
                    + " is. Train the model again, or promote one of its runs.");
        }
        ModelManifest read = Json.read(manifest, ModelManifest.class);
        if (read.format() != ModelManifest.FORMAT || read.training() == null || read.sha256() == null) {
            throw new IOException(manifest + " is of form " + read.format() + ", this version understands form "
                    + ModelManifest.FORMAT + ". Train the model again.");
        }
        if (read.model() != model) {
            throw new IOException(ubj + " is a " + read.model().fileName() + ", not a " + model.fileName() + ".");
        }
        return read;
    }

    /// Whether the model file is there and is the one that the manifest vouches for.
    boolean match(ModelManifest read) throws IOException {
        return Files.exists(ubj) && Sha256.of(ubj).equals(read.sha256());
    }
}
