package io.tidemark.history;

import io.tidemark.storage.Journal;
import io.tidemark.storage.Json;
import io.tidemark.storage.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The two files of a symbol, bars and manifest, which are always replaced together.
final class BarPair {
    private static final Logger LOG = LoggerFactory.getLogger(BarPair.class);
    private static final String STEM = "_daily_10y";

    private final String advice;
    private final Path csv;
    private final Path manifest;
    private final Journal journal;

    /// @param stem what the names begin with: `SPY`, `SPY_iv`
    /// @param advice what to do when they are damaged, a sentence without its full stop
    BarPair(Path folder, String stem, String advice) {
        this.advice = ". " + advice;
        this.csv = folder.resolve(stem + STEM + ".csv");
        this.manifest = folder.resolve(stem + STEM + ".json");
        this.journal = Journal.within(folder);
    }

    /// The bars as stored and what is known about them.
    ///
    /// @param bytes the CSV file
    /// @param manifest the manifest that has its fingerprint
    // Every caller parses the bytes at once and none keeps them; a copy would double the work of each load.
    @SuppressWarnings("ArrayRecordComponent")
    record Contents(byte[] bytes, BarManifest manifest) {}

    Path csv() {
        return csv;
    }

    List<Path> files() {
        return List.of(csv, manifest);
    }

    /// Whether any of them is there, whole or damaged.
    boolean hasRemains() {
        return files().stream().anyMatch(Files::exists);
    }

    /// Whether both are there, whole or damaged.
    boolean exists() {
        try {
            return journal.read(view -> Files.exists(view.of(csv)) && Files.exists(view.of(manifest)));
        } catch (IOException e) {
            LOG.warn("The journal cannot be read: {}", e.getMessage());
            return Files.exists(csv);
        }
    }

    /// Puts a new pair into a change that others may share.
    void put(Journal.Change change, byte[] bytes, BarManifest described) throws IOException {
        change.put(csv, out -> out.write(bytes));
        change.putText(manifest, Json.text(described));
    }

    /// The manifest; nothing when there is none or it is damaged.
    Optional<BarManifest> manifest() {
        try {
            return Optional.of(journal.read(this::manifest));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            LOG.warn("Damaged manifest passed over: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private BarManifest manifest(Journal.View view) throws IOException {
        try {
            return Json.read(view.of(manifest), BarManifest.class);
        } catch (NoSuchFileException e) {
            throw e;
        } catch (IOException e) {
            throw new BarFileException(csv, 0,
                    "its manifest cannot be used (" + e.getMessage() + ")" + advice, e);
        }
    }

    /// The bars with their manifest.
    ///
    /// @throws NoSuchFileException when there is neither of them
    /// @throws BarFileException when one of them is gone or damaged, or the manifest is not the one of these bars
    Contents read() throws IOException {
        return journal.read(view -> {
            Optional<BarManifest> found = manifestIfThere(view);
            byte[] bytes = bytes(view, found);
            if (found.isPresent() && found.get().sha256().equals(Sha256.of(bytes))) {
                return new Contents(bytes, found.get());
            }
            throw BarDamage.of(csv, bytes, advice, found);
        });
    }

    private byte[] bytes(Journal.View view, Optional<BarManifest> described) throws IOException {
        try {
            return Files.readAllBytes(view.of(csv));
        } catch (NoSuchFileException e) {
            if (described.isEmpty()) {
                throw e;
            }
            BarManifest gone = described.get();
            throw new BarFileException(csv, 0,
                    "is gone, with " + gone.rows() + " bars from " + gone.firstDate() + " to "
                            + gone.lastDate() + "; only its manifest is left" + advice,
                    e);
        }
    }

    private Optional<BarManifest> manifestIfThere(Journal.View view) throws IOException {
        try {
            return Optional.of(manifest(view));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }
}
