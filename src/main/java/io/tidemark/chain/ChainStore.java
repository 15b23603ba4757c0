package io.tidemark.chain;

import io.tidemark.market.Symbol;
import io.tidemark.storage.Journal;
import io.tidemark.storage.Json;
import io.tidemark.storage.Sha256;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Keeps snapshots of option chains as `chains/SPY/2026-11-22T1530Z.csv` with a manifest beside each.
///
/// A stored snapshot is never replaced and never deleted: nobody can take it again. The one under way lies beside them
/// as `begun.json`. One process at a time may write; reading needs no lock.
public final class ChainStore {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HHmm'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final Pattern SNAPSHOT = Pattern.compile("(\\d{4}-\\d{2}-\\d{2}T\\d{4}Z)\\.(?:csv|json)");
    private static final String ADVICE = "Put it back from a backup, for nobody can take the snapshot again; without "
            + "one, add .damaged to the names of the .csv and the .json, and it is passed over.";
    private static final Pattern SYMBOL = Pattern.compile("[A-Z0-9.]{1,12}");

    private final Path root;
    private final Journal journal;

    /// A store in the folder that holds bars too.
    public ChainStore(Path historicalFolder) {
        this.root = historicalFolder.resolve("chains");
        this.journal = Journal.within(historicalFolder);
    }

    /// The symbols that have a snapshot or one under way, in order of name.
    public List<Symbol> symbols() throws IOException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(Files::isDirectory).map(each -> String.valueOf(each.getFileName()))
                    .filter(SYMBOL.asMatchPredicate()).map(Symbol::of).sorted().toList();
        }
    }

    /// What is known about the stored snapshots of a symbol, oldest first.
    ///
    /// @throws IOException when a manifest cannot be read; the message names it
    public List<ChainManifest> manifests(Symbol symbol) throws IOException {
        var manifests = new ArrayList<ChainManifest>();
        for (Path file : manifestFiles(symbol)) {
            manifests.add(manifest(file));
        }
        manifests.sort(Comparator.comparing(manifest -> manifest.terms().takenAt()));
        return manifests;
    }

    /// The manifest in a file.
    private static ChainManifest manifest(Path file) throws IOException {
        try {
            return Json.read(file, ChainManifest.class);
        } catch (NoSuchFileException e) {
            throw new IOException(file + " is gone, and nothing else tells what the .csv beside it is. " + ADVICE, e);
        } catch (IOException e) {
            throw new IOException(e.getMessage() + ". " + ADVICE, e);
        }
    }

    /// The rows of a stored snapshot.
    ///
    /// @throws IOException when the file is missing or is not the one that was written
    public List<ChainRow> rows(ChainManifest manifest) throws IOException {
        Path file = file(manifest.terms());
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new IOException(file + " is gone, with " + manifest.counts().quoted() + " quotes. " + ADVICE, e);
        }
        List<ChainRow> rows;
        try {
            rows = ChainCsv.parse(file, bytes, manifest.terms().symbol());
        } catch (IOException e) {
            throw new IOException(e.getMessage() + ". " + ADVICE, e);
        }
        if (!Sha256.of(bytes).equals(manifest.sha256())) {
            throw new IOException(file + " was changed after it was written: it has " + rows.size() + " quotes and had "
                    + manifest.counts().quoted() + ". " + ADVICE);
        }
        return rows;
    }

    /// What all snapshots of a symbol are worth; nothing is changed.
    ///
    /// @throws IOException when the folder cannot be listed
    public ChainAudit audit(Symbol symbol) throws IOException {
        int snapshots = 0;
        int quotes = 0;
        var faults = new ArrayList<String>();
        for (Path json : manifestFiles(symbol)) {
            try {
                ChainManifest manifest = manifest(json);
                if (!manifestFile(manifest.terms()).equals(json)) {
                    throw new IOException(json + " tells of another snapshot, that of " + manifest.terms().symbol()
                            + " at " + manifest.terms().takenAt() + ". " + ADVICE);
                }
                quotes += rows(manifest).size();
                snapshots++;
            } catch (IOException e) {
                faults.add(e.getMessage());
            }
        }
        return new ChainAudit(snapshots, quotes, faults);
    }

    /// The manifests that are there, and those that ought to be because there is a snapshot.
    private Set<Path> manifestFiles(Symbol symbol) throws IOException {
        Path folder = folder(symbol);
        if (!Files.isDirectory(folder)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> SNAPSHOT.matcher(String.valueOf(file.getFileName()))).filter(Matcher::matches)
                    .map(match -> folder.resolve(match.group(1) + ".json"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /// Stores a snapshot as it is, complete or cut short, and ends being under way.
    ///
    /// @throws FileAlreadyExistsException when there is a snapshot of the same minute
    public ChainManifest store(BegunSnapshot snapshot) throws IOException {
        Path file = file(snapshot.terms());
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString(), null, "there is a snapshot of this minute already");
        }
        byte[] bytes = ChainCsv.bytes(snapshot.rows());
        int delayed = (int) snapshot.rows().stream().filter(row -> row.quote().delayed()).count();
        var manifest = new ChainManifest(ChainManifest.FORMAT, snapshot.terms(), snapshot.counts(), delayed,
                Sha256.of(bytes));
        try (Journal.Change change = journal.begin("store a snapshot of " + snapshot.terms().symbol())) {
            change.put(file, out -> out.write(bytes));
            change.putText(manifestFile(snapshot.terms()), Json.text(manifest));
            change.commit();
        }
        drop(snapshot.terms().symbol());
        return manifest;
    }

    /// Keeps a snapshot that is under way.
    public void keep(BegunSnapshot snapshot) throws IOException {
        Json.write(begunFile(snapshot.terms().symbol()), snapshot);
    }

    /// The snapshot of a symbol that is under way; empty when there is none, or it is stored already.
    public Optional<BegunSnapshot> begun(Symbol symbol) throws IOException {
        Path file = begunFile(symbol);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        BegunSnapshot begun = Json.read(file, BegunSnapshot.class);
        if (Files.exists(file(begun.terms()))) {
            drop(symbol);
            return Optional.empty();
        }
        return Optional.of(begun);
    }

    /// Gives up a snapshot that is under way and has no rows.
    public void drop(Symbol symbol) throws IOException {
        Files.deleteIfExists(begunFile(symbol));
    }

    /// Where a snapshot lies, or would.
    public Path file(ChainTerms terms) {
        return folder(terms.symbol()).resolve(stamp(terms.takenAt()) + ".csv");
    }

    private Path manifestFile(ChainTerms terms) {
        return folder(terms.symbol()).resolve(stamp(terms.takenAt()) + ".json");
    }

    /// Where the snapshot of a symbol that is under way lies, or would.
    public Path begunFile(Symbol symbol) {
        return folder(symbol).resolve("begun.json");
    }

    private Path folder(Symbol symbol) {
        return root.resolve(symbol.value());
    }

    private static String stamp(Instant takenAt) {
        return STAMP.format(takenAt);
    }
}
