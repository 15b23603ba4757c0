package io.tidemark.history;

import io.tidemark.market.Symbol;
import io.tidemark.storage.Journal;
import io.tidemark.storage.Json;
import io.tidemark.storage.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the numbers of a series were before their source corrected them: `SPY_revisions.csv`. Lines are only added.
///
/// `symbol,date,fetched_at,field,before,after`: session date; when the correction came, UTC; which number; its value
/// before, empty where the whole bar was missing; its value after. `SPY_revisions.json` beside it has the fingerprint,
/// because nothing else could tell that a line is gone.
public final class Revisions {
    private static final Logger LOG = LoggerFactory.getLogger(Revisions.class);

    private final Symbol symbol;
    private final Path csv;
    private final Path manifest;
    private final Journal journal;

    /// @param stem what the names of the series' files begin with: `SPY`, `SPY_iv`
    Revisions(Path folder, String stem, Symbol symbol) {
        this.symbol = symbol;
        this.csv = folder.resolve(stem + "_revisions.csv");
        this.manifest = folder.resolve(stem + "_revisions.json");
        this.journal = Journal.within(folder);
    }

    /// What the file has to be.
    ///
    /// @param format version of this form
    /// @param rows corrections in it
    /// @param sha256 fingerprint of its bytes
    record Listed(int format, int rows, String sha256) {
        private static final int FORMAT = 1;

        Listed {
            Objects.requireNonNull(sha256, "sha256");
        }

        static Listed of(List<List<String>> rows) {
            return new Listed(FORMAT, rows.size(), Sha256.of(RevisionsCsv.bytes(rows)));
        }
    }

    /// Where the corrections are listed, or would be.
    public Path file() {
        return csv;
    }

    /// The list and its manifest, be they there or not.
    public List<Path> files() {
        return List.of(csv, manifest);
    }

    /// How many corrections are listed.
    ///
    /// @throws BarFileException when the file is not the one that was written; the message says what differs, with the
    /// line where it can, and what to do
    public int count() throws IOException {
        return journal.read(this::rows).size();
    }

    /// Puts the file with further lines into a change.
    ///
    /// @throws BarFileException as [Revisions#count]
    void add(Journal.Change change, Instant fetchedAt, List<Correction> corrections) throws IOException {
        var rows = new ArrayList<>(journal.read(this::rows));
        corrections.forEach(each -> rows.add(RevisionsCsv.row(symbol, fetchedAt, each)));
        put(change, rows);
    }

    /// Makes a damaged list usable again: the lines that can be read stay. Copy the files aside before.
    ///
    /// @return what is left, as a sentence
    /// @throws IOException when the files cannot be written
    public String salvage() throws IOException {
        List<List<String>> rows = Files.exists(csv)
                ? RevisionsCsv.parse(Files.readAllBytes(csv), symbol).rows()
                : List.of();
        Optional<Listed> listed = listed(file -> file);
        try (Journal.Change change = journal.begin("keep what can be read of the revisions of " + symbol)) {
            put(change, rows);
            change.commit();
        }
        String left = rows.size() + listed.map(each -> " of " + each.rows()).orElse("") + " can be read and stay";
        return listed.equals(Optional.of(Listed.of(rows)))
                ? left + "."
                : left + ", and nothing proves that they are unchanged. Only a backup of " + csv.getFileName()
                        + " has all of them.";
    }

    private void put(Journal.Change change, List<List<String>> rows) throws IOException {
        change.put(csv, out -> out.write(RevisionsCsv.bytes(rows)));
        change.putText(manifest, Json.text(Listed.of(rows)));
    }

    private List<List<String>> rows(Journal.View view) throws IOException {
        boolean alone = !Files.exists(view.of(manifest));
        Optional<Listed> listed = listed(view);
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(view.of(csv));
        } catch (NoSuchFileException e) {
            if (alone) {
                return List.of();
            }
            throw damaged(0, "is gone" + listed.map(each -> ", with " + each.rows() + " corrections").orElse(""));
        }
        RevisionsCsv read = RevisionsCsv.parse(bytes, symbol);
        if (read.flaw().isPresent()) {
            throw damaged(read.flaw().get().line(), read.flaw().get().problem());
        }
        if (listed.isEmpty()) {
            throw damaged(0, "has no readable manifest beside it, so nobody knows whether it is whole");
        }
        if (!listed.get().sha256().equals(Sha256.of(bytes))) {
            throw damaged(0, "was changed after it was written: it has " + read.rows().size() + " corrections and had "
                    + listed.get().rows());
        }
        return read.rows();
    }

    /// The manifest; nothing when there is none or it is damaged.
    private Optional<Listed> listed(Journal.View view) {
        try {
            return Optional.of(Json.read(view.of(manifest), Listed.class));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            LOG.warn("Damaged manifest passed over: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private BarFileException damaged(int line, String problem) {
        return new BarFileException(csv, line, problem
                + ". Put it back from a backup, or keep what can be read of it ('tidemark repair')", null);
    }
}
