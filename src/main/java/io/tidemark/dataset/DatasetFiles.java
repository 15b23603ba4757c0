package io.tidemark.dataset;

import io.tidemark.storage.AtomicFile;
import io.tidemark.storage.Journal;
import io.tidemark.storage.Json;
import io.tidemark.storage.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The files of one training set in a folder: the data, the feature names as text, the manifest that vouches for both.
///
/// All of them are replaced together: whenever the process dies, the whole old set or the whole new one is there.
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

    /// A further file of the folder that belongs to the same rows.
    ///
    /// @param file where it lies
    /// @param content writes it
    public record Companion(Path file, AtomicFile.WriteAction content) {}

    /// Writes all of it, replacing what was there.
    ///
    /// @param set at least one row
    /// @param origin what the set was made from
    /// @param companions further files of this folder that belong to the same rows
    /// @return the manifest as written
    /// @throws IOException when a file cannot be written; the set from before stays then
    /// @throws IllegalArgumentException when the set has no rows; nothing is written then
    public DatasetManifest save(TrainingSet set, DatasetManifest.Origin origin, Companion... companions)
            throws IOException {
        if (set.rows() == 0) {
            throw new IllegalArgumentException("a training set without rows is not kept");
        }
        try (Journal.Change change = journal().begin("replace the " + name + " training set")) {
            var hashes = new TreeMap<String, String>();
            put(change, new Companion(data(), out -> Npz.writeTo(out, set)), hashes);
            String names = String.join("\n", set.features().names()) + "\n";
            put(change, new Companion(names(), out -> out.write(names.getBytes(StandardCharsets.UTF_8))), hashes);
            for (Companion companion : companions) {
                put(change, companion, hashes);
            }
            var manifest = DatasetManifest.of(set, origin, hashes);
            change.putText(manifest(), Json.text(manifest));
            change.commit();
            return manifest;
        }
    }

    private static void put(Journal.Change change, Companion file, Map<String, String> hashes) throws IOException {
        change.put(file.file(), file.content());
        hashes.put(String.valueOf(file.file().getFileName()), change.fingerprint());
    }

    private Journal journal() {
        return Journal.within(folder);
    }

    /// Reads the set and checks that every file is the one that the manifest was written for.
    ///
    /// @throws IOException when a file is absent, changed or damaged; the message names the file and what to do
    public Loaded load() throws IOException {
        return journal().read(this::load);
    }

    /// Reads the set together with a companion of the same state.
    ///
    /// @param <T> what comes of it
    /// @param reading given the set, and where each file lies
    /// @throws IOException as [DatasetFiles#load]
    public <T> T load(CompanionReading<T> reading) throws IOException {
        return journal().read(view -> reading.from(load(view), view));
    }

    /// Reads a companion.
    @FunctionalInterface
    public interface CompanionReading<T> {
        /// Reads it.
        ///
        /// @param loaded the set, checked with all its companions
        /// @param view where each file lies
        T from(Loaded loaded, Journal.View view) throws IOException;
    }

    private Loaded load(Journal.View view) throws IOException {
        Path described = view.of(manifest());
        if (!Files.exists(described)) {
            throw new IOException(manifest() + " is missing. Prepare the training data first.");
        }
        var manifest = Json.read(described, DatasetManifest.class);
        if (manifest.format() != DatasetManifest.FORMAT) {
            throw new IOException(manifest() + " has format " + manifest.format() + ", this version reads "
                    + DatasetManifest.FORMAT + ". Prepare the training data again.");
        }
        for (Map.Entry<String, String> file : manifest.files().entrySet()) {
            check(folder.resolve(file.getKey()), view, file.getValue());
        }
        TrainingSet set = Npz.readTrainingSet(view.of(data()));
        if (set.rows() != manifest.rows() || !set.features().names().equals(manifest.features())) {
            throw new IOException(manifest() + " tells of other rows or columns than " + data() + " holds. "
                    + "Prepare the training data again.");
        }
        return new Loaded(set, manifest);
    }

    /// What the set was made from, without a look at the rows; empty when there is none.
    ///
    /// @throws IOException when the manifest cannot be read
    public Optional<DatasetManifest> readManifest() throws IOException {
        try {
            return Optional.of(journal().read(view -> Json.read(view.of(manifest()), DatasetManifest.class)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static void check(Path file, Journal.View view, String hash) throws IOException {
        if (!Files.exists(view.of(file))) {
            throw new IOException(file + " is missing. Prepare the training data again.");
        }
        if (!Sha256.of(view.of(file)).equals(hash)) {
            throw new IOException(file + " is not the file that its manifest was written for: it was changed, or its "
                    + "making was cut short. Prepare the training data again.");
        }
    }
}
