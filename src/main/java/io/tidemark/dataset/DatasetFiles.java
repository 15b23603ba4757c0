package io.tidemark.dataset;

import io.tidemark.storage.AtomicFile;
import io.tidemark.storage.Json;
import io.tidemark.storage.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The files of one training set in a folder: the data, the feature names as text, the manifest that vouches for both.
///
/// The manifest is written last. A set whose making was cut short therefore fails its check and is made again.
///
/// @param folder where they lie
/// @param name how they begin: `regime` or `pot`
public record DatasetFiles(Path folder, String name) {

    /// What [DatasetFiles#load] found.
    ///
    /// @param set the rows
    /// @param manifest what they were made from
    public record Loaded(TrainingSet set, DatasetManifest manifest) {}

    /// The files that the regime model learns from.
    public static DatasetFiles regime(Path folder) {
        return new DatasetFiles(folder, "regime");
    }

    /// The files that the probability-of-touch model learns from.
    public static DatasetFiles pot(Path folder) {
        return new DatasetFiles(folder, "pot");
    }

    /// The rows: `<name>_training_data.npz`.
    public Path data() {
        return folder.resolve(name + "_training_data.npz");
    }

    /// The column names, one a line: `<name>_feature_names.txt`.
    public Path names() {
        return folder.resolve(name + "_feature_names.txt");
    }

    /// The manifest: `<name>_training_data.npz.json`.
    public Path manifest() {
        return folder.resolve(name + "_training_data.npz.json");
    }

    /// Writes all of it, replacing what was there.
    ///
    /// @param set at least one row
    /// @param origin what the set was made from
    /// @param companions further files of this folder, written already, that belong to the same rows
    /// @return the manifest as written
    /// @throws IOException when a file cannot be written
    /// @throws IllegalArgumentException when the set has no rows; nothing is written then
    public DatasetManifest save(TrainingSet set, DatasetManifest.Origin origin, Path... companions) throws IOException {
        if (set.rows() == 0) {
            throw new IllegalArgumentException("a training set without rows is not kept");
        }
        Npz.write(data(), set);
        AtomicFile.writeText(names(), String.join("\n", set.features().names()) + "\n");
        var hashes = new TreeMap<String, String>();
        for (Path file : List.of(data(), names())) {
            hashes.put(String.valueOf(file.getFileName()), Sha256.of(file));
        }
        for (Path file : companions) {
            hashes.put(String.valueOf(file.getFileName()), Sha256.of(file));
        }
        var manifest = DatasetManifest.of(set, origin, hashes);
        Json.write(manifest(), manifest);
        return manifest;
    }

    /// Reads the set and checks that every file is the one that the manifest was written for.
    ///
    /// @throws IOException when a file is absent, changed or damaged; the message names the file and what to do
    public Loaded load() throws IOException {
        if (!Files.exists(manifest())) {
            throw new IOException(manifest() + " is missing. Prepare the training data first.");
        }
        var manifest = Json.read(manifest(), DatasetManifest.class);
        if (manifest.format() != DatasetManifest.FORMAT) {
            throw new IOException(manifest() + " has format " + manifest.format() + ", this version reads "
                    + DatasetManifest.FORMAT + ". Prepare the training data again.");
        }
        for (Map.Entry<String, String> file : manifest.files().entrySet()) {
            check(folder.resolve(file.getKey()), file.getValue());
        }
        TrainingSet set = Npz.readTrainingSet(data());
        if (set.rows() != manifest.rows() || !set.features().names().equals(manifest.features())) {
            throw new IOException(manifest() + " tells of other rows or columns than " + data() + " holds. "
                    + "Prepare the training data again.");
        }
        return new Loaded(set, manifest);
    }

    private static void check(Path file, String hash) throws IOException {
        if (!Files.exists(file)) {
            throw new IOException(file + " is missing. Prepare the training data again.");
        }
        if (!Sha256.of(file).equals(hash)) {
            throw new IOException(file + " is not the file that its manifest was written for: it was changed, or its "
                    + "making was cut short. Prepare the training data again.");
        }
    }
}
