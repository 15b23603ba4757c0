package io.tidemark.history;

import io.tidemark.storage.AtomicFile;
import io.tidemark.storage.Json;
import io.tidemark.storage.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The two files of a symbol, bars and manifest, replaced together whenever the process dies.
///
/// Two files cannot be moved at once, so both are first written whole beside the old ones, as `*.csv.next` and, last,
/// `*.json.next`: from that moment the new pair counts. Then both are moved into place. Whoever opens the folder next
/// finishes what was begun: with a whole `*.json.next` the new pair is completed, without it the old one stands.
/// A reader meanwhile takes the manifest that has the fingerprint of the bars in place, so it always sees one pair.
///
/// One process at a time may write; any number may read.
final class BarPair {
    private static final Logger LOG = LoggerFactory.getLogger(BarPair.class);
    private static final String STEM = "_daily_10y";
    private static final String NEXT = ".next";
    private static final int TRIES = 10;

    private final String symbol;
    private final Path csv;
    private final Path manifest;
    private final Path nextCsv;
    private final Path nextManifest;
    private final Steps steps;

    BarPair(Path folder, String symbol, Steps steps) {
        String stem = symbol + STEM;
        this.symbol = symbol;
        this.csv = folder.resolve(stem + ".csv");
        this.manifest = folder.resolve(stem + ".json");
        this.nextCsv = folder.resolve(stem + ".csv" + NEXT);
        this.nextManifest = folder.resolve(stem + ".json" + NEXT);
        this.steps = steps;
    }

    /// The moments between two changes on the disk, at which a test may let the process die.
    @FunctionalInterface
    interface Steps {
        /// Told before each change.
        void before(String change);
    }

    /// The bars as stored and what is known about them.
    ///
    /// @param bytes the CSV file
    /// @param manifest the manifest that has its fingerprint
    // Every caller parses the bytes at once and none keeps them; a copy would double the work of each load.
    @SuppressWarnings("ArrayRecordComponent")
    record Contents(byte[] bytes, BarManifest manifest) {}

    /// The symbols of a folder whose replacement was interrupted, ascending.
    static SortedSet<String> interrupted(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".csv" + NEXT) || name.endsWith(".json" + NEXT))
                    .filter(name -> name.contains(STEM)).map(name -> name.substring(0, name.indexOf(STEM)))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    Path csv() {
        return csv;
    }

    boolean exists() {
        return Files.exists(csv) && (Files.exists(manifest) || Files.exists(nextManifest));
    }

    void replace(byte[] bytes, BarManifest described) throws IOException {
        finish();
        steps.before("write " + nextCsv.getFileName());
        AtomicFile.write(nextCsv, out -> out.write(bytes));
        steps.before("write " + nextManifest.getFileName());
        Json.write(nextManifest, described);
        if (!complete(described.sha256())) {
            throw new BarFileException(csv,
                    "was not replaced: " + nextCsv.getFileName() + " changed while being stored");
        }
    }

    /// Completes a replacement that was interrupted, or takes it back when it had not come to count.
    ///
    /// @return whether there was one
    boolean finish() throws IOException {
        if (!Files.exists(nextManifest)) {
            return Files.deleteIfExists(nextCsv);
        }
        Optional<BarManifest> next = readable(nextManifest);
        if (next.isEmpty() || !complete(next.get().sha256())) {
            Files.delete(nextManifest);
            Files.deleteIfExists(nextCsv);
        }
        return true;
    }

    /// Moves into place what is not there yet; moves nothing when the bars with the fingerprint are nowhere.
    private boolean complete(String fingerprint) throws IOException {
        if (isFile(nextCsv, fingerprint)) {
            steps.before("move " + nextCsv.getFileName());
            move(nextCsv, csv);
        } else if (!isFile(csv, fingerprint)) {
            return false;
        }
        steps.before("move " + nextManifest.getFileName());
        move(nextManifest, manifest);
        return true;
    }

    private static boolean isFile(Path file, String fingerprint) throws IOException {
        return Files.exists(file) && Sha256.of(file).equals(fingerprint);
    }

    private static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /// The manifest in place, which may belong to other bars than those in place while a replacement goes on;
    /// nothing when there is none or it is damaged.
    Optional<BarManifest> manifest() {
        return readable(manifest);
    }

    /// The bars with their manifest, or nothing when no manifest has the fingerprint of the bars in place.
    ///
    /// @throws NoSuchFileException when there is no CSV file
    /// @throws BarFileException when a manifest is damaged
    Optional<Contents> read() throws IOException {
        for (int tries = 1; tries <= TRIES; tries++) {
            byte[] bytes = Files.readAllBytes(csv);
            String fingerprint = Sha256.of(bytes);
            for (Path candidate : new Path[]{nextManifest, manifest}) {
                Optional<BarManifest> found = readIfThere(candidate);
                if (found.isPresent() && found.get().sha256().equals(fingerprint)) {
                    return Optional.of(new Contents(bytes, found.get()));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<BarManifest> readIfThere(Path file) throws IOException {
        try {
            return Optional.of(Json.read(file, BarManifest.class));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new BarFileException(csv, 0,
                    "its manifest cannot be used (" + e.getMessage() + ")" + BarDamage.advice(symbol), e);
        }
    }

    private Optional<BarManifest> readable(Path file) {
        try {
            return readIfThere(file);
        } catch (IOException e) {
            LOG.warn("Damaged manifest passed over: {}", e.getMessage());
            return Optional.empty();
        }
    }
}
