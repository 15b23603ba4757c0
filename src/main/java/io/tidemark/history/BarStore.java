package io.tidemark.history;

import io.tidemark.history.BarProblem.Kind;
import io.tidemark.market.BarSeries;
import io.tidemark.market.DailyBar;
import io.tidemark.market.SessionClock;
import io.tidemark.market.Symbol;
import io.tidemark.storage.Journal;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Keeps each symbol's daily bars as `SPY_daily_10y.csv` with a manifest `SPY_daily_10y.json` beside it.
///
/// Bars go in only when they are good and final, and come out only when the file is still the one that was written.
/// Saving replaces all files together: a process that dies on the way leaves the old ones or the new ones.
/// Bars are never taken away. A correction leaves the former values in `SPY_revisions.csv`, another past leaves the
/// former files in `archive/`.
/// One process at a time may save (the workspace's lock sees to that); loading needs no lock.
public final class BarStore {
    private final Path folder;
    private final Journal journal;

    /// A store in the given folder, which is made when the first bars are saved.
    public BarStore(Path historicalFolder) {
        this.folder = historicalFolder;
        this.journal = Journal.within(historicalFolder);
    }

    /// Stores bars in place of those stored before, or rejects them all and leaves those untouched.
    ///
    /// @param bars at least one, ascending
    /// @param from where they came from
    /// @throws BarFileException when bars of a source that these may not replace are stored
    /// @throws IOException when the files cannot be written; the old ones are then still whole
    public SavedBars save(Symbol symbol, List<DailyBar> bars, Provenance from) throws IOException {
        return write(symbol, bars, from, series(symbol).samePast(List.of()));
    }

    /// Stores a series that has grown, and enters its corrections in the revisions file of the symbol.
    ///
    /// @param grown judged by [Overlap] against the bars stored now
    /// @throws IOException as [BarStore#save]
    public SavedBars grow(Symbol symbol, Continuation.Grown grown, Provenance from) throws IOException {
        return write(symbol, grown.series(), from, series(symbol).samePast(grown.corrections()));
    }

    /// Stores another past, and keeps the files of the one before in the archive.
    ///
    /// @param bars the whole history anew
    /// @param split the ratio by which it was restated; empty when it is another one altogether
    /// @throws IOException as [BarStore#save]
    public SavedBars replacePast(Symbol symbol, List<DailyBar> bars, Provenance from, Optional<SplitRatio> split)
            throws IOException {
        return write(symbol, bars, from, series(symbol).nextPast(split));
    }

    /// The newest past of the archive whose files are whole; empty when there is none.
    ///
    /// @throws IOException when the archive cannot be read
    public Optional<BarManifest> inArchive(Symbol symbol) throws IOException {
        return series(symbol).formerPast().flatMap(BarPair::manifest);
    }

    /// Puts the newest whole past of the archive in the place of files that are damaged.
    ///
    /// @return what is stored now; empty when the archive has nothing whole of the symbol, and nothing changed
    /// @throws IOException as [BarStore#save]
    public Optional<BarManifest> restoreFromArchive(Symbol symbol) throws IOException {
        Optional<BarPair> former = series(symbol).formerPast();
        if (former.isPresent()) {
            List<Path> from = former.get().files();
            List<Path> to = pair(symbol).files();
            try (Journal.Change change = journal.begin("restore the bars of " + symbol)) {
                for (int i = 0; i < from.size(); i++) {
                    change.copy(from.get(i), to.get(i));
                }
                change.commit();
            }
        }
        return former.flatMap(BarPair::manifest);
    }

    /// By what prices of each former past are to be divided to be those of the bars stored now, the newest past first;
    /// as far as the archive tells.
    public List<SplitRatio> splits(Symbol symbol) {
        var ratios = new ArrayList<SplitRatio>();
        var ratio = SplitRatio.NONE;
        Optional<BarManifest> past = manifest(symbol);
        while (past.isPresent() && past.get().generation() > 1) {
            ratio = ratio.and(past.get().split().orElse(SplitRatio.NONE));
            ratios.add(ratio);
            past = BarArchive.in(folder).manifest(symbol.value(), past.get().generation() - 1);
        }
        return ratios;
    }

    private SavedBars write(Symbol symbol, List<DailyBar> bars, Provenance from, SeriesFiles.Entry entry)
            throws IOException {
        if (bars.isEmpty()) {
            throw new IllegalArgumentException(symbol + ": no bars to store");
        }
        List<BarProblem> problems = problems(symbol, bars, from);
        if (problems.stream().anyMatch(BarProblem::rejects)) {
            return new SavedBars.Rejected(symbol, problems.stream().filter(BarProblem::rejects).toList());
        }
        refuseMix(symbol, from);
        BarManifest manifest = series(symbol).replace("replace the bars of " + symbol, bars, from, entry);
        return new SavedBars.Stored(manifest, problems);
    }

    private static List<BarProblem> problems(Symbol symbol, List<DailyBar> bars, Provenance from) {
        List<BarProblem> problems = new ArrayList<>(BarValidation.check(symbol, bars));
        LocalDate last = SessionClock.lastFinalDate(from.fetchedAt());
        bars.stream().map(DailyBar::date).filter(date -> date.isAfter(last)).map(
                date -> new BarProblem(Kind.NOT_FINAL, true, date, "was not final when fetched at " + from.fetchedAt()))
                .forEach(problems::add);
        return problems;
    }

    private void refuseMix(Symbol symbol, Provenance from) throws BarFileException {
        Optional<BarManifest> before = manifest(symbol);
        if (before.isPresent() && !before.get().source().mayMeet(from.source())) {
            throw new BarFileException(pair(symbol).csv(), "holds bars of " + before.get().source().text()
                    + ", which bars of " + from.source().text() + " may not replace: use another workspace");
        }
    }

    /// The stored bars as columns of doubles.
    ///
    /// @throws BarFileException as [BarStore#loadExact]
    public BarSeries load(Symbol symbol) throws IOException {
        return BarSeries.of(symbol, loadExact(symbol));
    }

    /// The stored bars in their exact decimals.
    ///
    /// @throws BarFileException when nothing is stored, or the file is not the one that was written: the message says
    /// what differs, with the line where it can, and what to do
    public List<DailyBar> loadExact(Symbol symbol) throws IOException {
        BarPair pair = pair(symbol);
        try {
            return BarCsv.parse(pair.csv(), pair.read().bytes());
        } catch (NoSuchFileException e) {
            throw new BarFileException(pair.csv(), 0,
                    "there are no bars of " + symbol
                            + "; download them first ('tidemark download' in the terminal)",
                    e);
        }
    }

    /// What is known about the stored bars; nothing when there are none or their manifest is damaged.
    public Optional<BarManifest> manifest(Symbol symbol) {
        return pair(symbol).manifest();
    }

    /// Whether bars of the symbol are stored, be they whole or damaged.
    public boolean has(Symbol symbol) {
        return pair(symbol).exists();
    }

    /// Whether anything lies where the bars of the symbol belong, be it but one of their files.
    public boolean hasRemains(Symbol symbol) {
        return pair(symbol).hasRemains();
    }

    /// Bars and manifest of a symbol, be they there or not.
    public List<Path> files(Symbol symbol) {
        return pair(symbol).files();
    }

    /// Where the bars of a symbol lie, or would.
    public Path file(Symbol symbol) {
        return pair(symbol).csv();
    }

    /// The list of the corrections of a symbol's bars.
    public Revisions revisions(Symbol symbol) {
        return series(symbol).revisions();
    }

    private BarPair pair(Symbol symbol) {
        return series(symbol).pair();
    }

    private SeriesFiles series(Symbol symbol) {
        return new SeriesFiles(folder, symbol.value(), symbol,
                "Download or import " + symbol + " again; it replaces the file");
    }
}
