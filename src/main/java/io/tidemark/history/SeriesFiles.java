package io.tidemark.history;

import io.tidemark.market.DailyBar;
import io.tidemark.market.Symbol;
import io.tidemark.storage.Journal;
import io.tidemark.storage.Sha256;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// All files of one series: the bars with their manifest, what was corrected in them, and former pasts.
///
/// Whatever is written is written as one, so that no former value is lost between two files.
final class SeriesFiles {
    private final Path folder;
    private final String stem;
    private final Symbol symbol;
    private final BarPair pair;

    /// @param stem what the names of the files begin with: `SPY`, `SPY_iv`
    /// @param advice what to do when they are damaged, a sentence without its full stop
    SeriesFiles(Path folder, String stem, Symbol symbol, String advice) {
        this.folder = folder;
        this.stem = stem;
        this.symbol = symbol;
        this.pair = new BarPair(folder, stem, advice);
    }

    BarPair pair() {
        return pair;
    }

    Revisions revisions() {
        return new Revisions(folder, stem, symbol);
    }

    /// The newest past of the archive whose files are whole; empty when there is none.
    Optional<BarPair> formerPast() throws IOException {
        return BarArchive.in(folder).newestWhole(stem);
    }

    /// What else is written with bars.
    ///
    /// @param generation which past they are
    /// @param corrections to be entered
    /// @param archive whether the files from before are kept
    record Entry(BarManifest.Generation generation, List<Correction> corrections, boolean archive) {}

    /// Bars of the past that is stored.
    Entry samePast(List<Correction> corrections) {
        return new Entry(past(), corrections, false);
    }

    /// Bars of another past; the files of the one before are to be kept in the archive.
    Entry nextPast(Optional<SplitRatio> split) {
        int next = BarArchive.in(folder).freeNumber(stem, past().number()) + 1;
        return new Entry(new BarManifest.Generation(next, split), List.of(), true);
    }

    private BarManifest.Generation past() {
        return pair.manifest().map(BarManifest::past).orElse(BarManifest.Generation.FIRST);
    }

    /// Replaces the files as one.
    ///
    /// @param what what is done, such as `replace the bars of SPY`
    /// @param bars good ones, ascending
    /// @throws IOException when that fails; the old ones are then still whole
    BarManifest replace(String what, List<DailyBar> bars, Provenance from, Entry entry) throws IOException {
        byte[] bytes = BarCsv.bytes(bars);
        BarManifest manifest = BarManifest.of(symbol, bars, from, Sha256.of(bytes), entry.generation());
        try (Journal.Change change = Journal.within(folder).begin(what)) {
            if (entry.archive()) {
                BarArchive.in(folder).keep(change, pair, entry.generation().number() - 1);
            }
            if (!entry.corrections().isEmpty()) {
                revisions().add(change, from.fetchedAt(), entry.corrections());
            }
            pair.put(change, bytes, manifest);
            change.commit();
        }
        return manifest;
    }
}
