package io.tidemark.history;

import io.tidemark.market.BarSeries;
import io.tidemark.market.DailyBar;
import io.tidemark.market.DataSource;
import io.tidemark.market.Symbol;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps each symbol's daily option-implied volatility as `SPY_iv_daily_10y.csv` with a manifest beside it, in the same
/// form as bars of prices and replaced as safely.
///
/// Values are annualised fractions. A bar that cannot be one is left out, not a reason to refuse the others: the day
/// has a proxy. Days that a later download no longer has are kept; volatility knows no splits, so they fit. What a
/// later download says otherwise counts, and the former values go to `SPY_iv_revisions.csv`. Damaged files are kept in
/// `archive/` when another download takes their place.
public final class VolatilityStore {
    private static final Logger LOG = LoggerFactory.getLogger(VolatilityStore.class);
    private static final String SERIES = "OPTION_IMPLIED_VOLATILITY";

    private final Path folder;

    /// A store in the given folder, which is made when the first bars are saved.
    public VolatilityStore(Path historicalFolder) {
        this.folder = historicalFolder;
    }

    /// Stores bars, with the stored ones of other days.
    ///
    /// @param bars final ones, ascending
    /// @param source where they came from
    /// @param fetchedAt when, by the clock of the source
    /// @throws BarFileException when bars of a source that these may not meet are stored
    /// @throws IOException when the files cannot be written; the old ones are then still whole
    public SavedBars save(Symbol symbol, List<DailyBar> bars, DataSource source, Instant fetchedAt)
            throws IOException {
        List<BarProblem> problems = BarValidation.check(symbol, bars);
        Set<LocalDate> bad = problems.stream().filter(BarProblem::rejects).map(BarProblem::date)
                .collect(Collectors.toSet());
        List<DailyBar> good = bars.stream().filter(bar -> !bad.contains(bar.date())).toList();
        if (good.isEmpty()) {
            return new SavedBars.Rejected(symbol, problems);
        }
        refuseMix(symbol, source);
        var from = new Provenance(source, SERIES, true, VolumeUnit.NONE, fetchedAt);
        SeriesFiles files = files(symbol);
        String what = "replace the implied volatility of " + symbol;
        if (!isWhole(symbol)) {
            var entry = files.pair().hasRemains() ? files.nextPast(Optional.empty()) : files.samePast(List.of());
            return new SavedBars.Stored(files.replace(what, good, from, entry), problems);
        }
        Continuation.Grown grown = Overlap.unjudged(symbol, loadExact(symbol), good);
        Optional<BarManifest> before = manifest(symbol);
        if (before.isPresent() && grown.added() == 0 && grown.corrections().isEmpty()) {
            return new SavedBars.Stored(before.get(), problems);
        }
        LOG.info("{}: {} days of implied volatility are new, {} numbers corrected", symbol, grown.added(),
                grown.corrections().size());
        return new SavedBars.Stored(files.replace(what, grown.series(), from, files.samePast(grown.corrections())),
                problems);
    }

    private void refuseMix(Symbol symbol, DataSource source) throws BarFileException {
        Optional<BarManifest> before = manifest(symbol);
        if (before.isPresent() && !before.get().source().mayMeet(source)) {
            throw new BarFileException(file(symbol), "holds volatilities of " + before.get().source().text()
                    + ", which those of " + source.text() + " may not join: use another workspace");
        }
    }

    /// The stored volatilities as a series whose closes are annualised fractions.
    ///
    /// @throws BarFileException when nothing is stored, or the file is not the one that was written
    public BarSeries load(Symbol symbol) throws IOException {
        return BarSeries.of(symbol, loadExact(symbol));
    }

    /// The same up to a day, which may lie before the first one.
    ///
    /// @throws BarFileException as [VolatilityStore#load]
    public BarSeries load(Symbol symbol, LocalDate until) throws IOException {
        return BarSeries.of(symbol,
                loadExact(symbol).stream().filter(bar -> !bar.date().isAfter(until)).toList());
    }

    private List<DailyBar> loadExact(Symbol symbol) throws IOException {
        BarPair pair = pair(symbol);
        return BarCsv.parse(pair.csv(), pair.read().bytes());
    }

    /// What is known about the stored volatilities; nothing when there are none or their manifest is damaged.
    public Optional<BarManifest> manifest(Symbol symbol) {
        return pair(symbol).manifest();
    }

    /// Whether anything lies where the volatilities of the symbol belong, be it but one of their files.
    public boolean hasRemains(Symbol symbol) {
        return pair(symbol).hasRemains();
    }

    /// Whether volatilities of the symbol are stored, and the files are those that were written.
    ///
    /// @throws IOException when a file cannot be read at all
    public boolean isWhole(Symbol symbol) throws IOException {
        try {
            loadExact(symbol);
            return true;
        } catch (BarFileException | NoSuchFileException e) {
            return false;
        }
    }

    /// The list of what was corrected.
    public Revisions revisions(Symbol symbol) {
        return files(symbol).revisions();
    }

    /// Where the volatilities of a symbol lie, or would.
    public Path file(Symbol symbol) {
        return pair(symbol).csv();
    }

    private BarPair pair(Symbol symbol) {
        return files(symbol).pair();
    }

    private SeriesFiles files(Symbol symbol) {
        return new SeriesFiles(folder, symbol + "_iv", symbol,
                "Download or import " + symbol + " again; its implied volatility then comes anew");
    }
}
