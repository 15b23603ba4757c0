package io.tidemark.model;

import io.tidemark.dataset.FeatureMatrix;
import io.tidemark.dataset.FeatureRange;
import io.tidemark.storage.Json;
import io.tidemark.storage.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A booster that knows the names of its features and takes no others.
///
/// XGBoost reads the file and is left again: what stays are its trees, which answer as XGBoost does ([TreeEnsemble]).
final class NamedBooster {
    /// Greatest difference from XGBoost that is put down to rounding.
    private static final float ROUNDING = 1e-6f;

    private final TreeEnsemble trees;
    private final ModelManifest manifest;
    private final List<String> names;

    private NamedBooster(TreeEnsemble trees, ModelManifest manifest) {
        this.trees = trees;
        this.manifest = manifest;
        this.names = manifest.training().features();
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
        TreeEnsemble trees = trees(ubj, bytes);
        ModelFacts facts = manifest.training();
        if (trees.columns() != facts.features().size() || trees.outputs() != facts.outputs().size()) {
            throw new IOException(ubj + " has other features or outputs than its manifest says. Train again.");
        }
        return new NamedBooster(trees, manifest);
    }

    private static TreeEnsemble trees(Path ubj, byte[] bytes) throws IOException {
        try (var booster = TreeBooster.load(bytes, 1)) {
            TreeEnsemble trees = TreeEnsemble.of(Json.parse(booster.json(), BoosterJson.class));
            float[] probes = trees.probes();
            if (!agree(trees.predict(probes), booster.predictRows(probes))) {
                throw new IllegalArgumentException("its trees give other answers than XGBoost itself");
            }
            return trees;
        } catch (IllegalArgumentException e) {
            throw new IOException(ubj + " cannot be evaluated: " + e.getMessage() + ". Train again.", e);
        }
    }

    private static boolean agree(float[] own, float[] xgboost) {
        for (int i = 0; i < own.length; i++) {
            if (!(Math.abs(own[i] - xgboost[i]) <= ROUNDING)) {
                return false;
            }
        }
        return own.length == xgboost.length;
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

    /// What it says of each row, `rows x outputs`.
    ///
    /// @throws IllegalArgumentException when names or order of the columns are not the model's
    float[] predict(FeatureMatrix features) {
        if (!features.names().equals(names)) {
            throw new IllegalArgumentException(
                    "the model takes the features " + names + " in this order, not " + features.names());
        }
        return trees.predict(features.sharedValues());
    }

    /// What it says of one row.
    ///
    /// @throws IllegalArgumentException when a feature is missing or is none of the model's; the message names them
    float[] predict(Map<String, ? extends Number> features) {
        var row = new float[names.size()];
        int found = 0;
        for (int i = 0; i < row.length; i++) {
            Number value = features.get(names.get(i));
            if (value != null) {
                row[i] = value.floatValue();
                found++;
            }
        }
        if (found < row.length || features.size() > row.length) {
            throw new IllegalArgumentException(difference(features));
        }
        return trees.predict(row);
    }

    /// The features that lie outside what the model learned from, in its order; names it does not know are passed over.
    List<String> outside(Map<String, ? extends Number> features) {
        Map<String, FeatureRange> learned = manifest.training().data().ranges();
        return names.stream().filter(name -> {
            FeatureRange range = learned.get(name);
            Number value = features.get(name);
            return range != null && value != null && !range.contains(value.floatValue());
        }).toList();
    }

    private String difference(Map<String, ? extends Number> features) {
        var missing = new ArrayList<>(names);
        missing.removeIf(name -> features.get(name) != null);
        var unknown = new ArrayList<>(features.keySet());
        unknown.removeAll(names);
        return "the model takes the features " + names + ": missing are " + missing + ", unknown are " + unknown;
    }
}
