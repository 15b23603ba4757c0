package io.tidemark.model;

import io.tidemark.dataset.FeatureMatrix;
import io.tidemark.storage.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/// A booster that knows the names of its features and takes no others.
final class NamedBooster implements AutoCloseable {
    private static final int THREADS = Math.min(2, Runtime.getRuntime().availableProcessors());

    private final TreeBooster booster;
    private final ModelManifest manifest;

    private NamedBooster(TreeBooster booster, ModelManifest manifest) {
        this.booster = booster;
        this.manifest = manifest;
    }

    /// Reads a model file and checks it against the manifest beside it.
    ///
    /// @throws IOException when a file is absent or damaged, or is another model; the message says what to do
    static NamedBooster load(Path ubj, ModelKind model) throws IOException {
        ModelManifest manifest = ModelFiles.of(ubj).readManifest(model);
        byte[] bytes = read(ubj);
        if (!Sha256.of(bytes).equals(manifest.sha256())) {
            throw new IOException(ubj + " is not the file that its manifest was written for: it was changed, or a "
                    + "promotion was cut short. Promote a run of it again, or train again.");
        }
        TreeBooster booster = TreeBooster.load(bytes, THREADS);
        ModelFacts facts = manifest.training();
        if (booster.columns() != facts.features().size() || booster.outputs() != facts.outputs().size()) {
            booster.close();
            throw new IOException(ubj + " has other features or outputs than its manifest says. Train again.");
        }
        return new NamedBooster(booster, manifest);
    }

    private static byte[] read(Path ubj) throws IOException {
        try {
            return Files.readAllBytes(ubj);
        } catch (NoSuchFileException e) {
            throw new IOException(ubj + " is missing. Train the model, or promote one of its runs.", e);
        }
    }

    ModelManifest manifest() {
        return manifest;
    }

    /// @throws IllegalArgumentException when names or order of the columns are not the model's
    float[] predict(FeatureMatrix features) {
        List<String> wanted = manifest.training().features();
        if (!features.names().equals(wanted)) {
            throw new IllegalArgumentException(
                    "the model takes the features " + wanted + " in this order, not " + features.names());
        }
        return booster.predict(features);
    }

    @Override
    public void close() {
        booster.close();
    }
}
