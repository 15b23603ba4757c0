package io.tidemark.history;

import io.tidemark.market.BarSeries;
import io.tidemark.market.DailyBar;
import io.tidemark.market.DataSource;
import io.tidemark.market.Symbol;
import io.tidemark.storage.Journal;
import io.tidemark.storage.Sha256;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Keeps each symbol's daily option-implied volatility as `SPY_iv_daily_10y.csv` with a manifest beside it, in the same
/// form as bars of prices and replaced as safely.
///
/// Values are annualised fractions. A bar that cannot be one is left out, not a reason to refuse the others: the day
/// has a proxy. Days that a later download no longer has are kept; volatility knows no splits, so they fit.
public final class VolatilityStore {
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
    /// @throws BarFileException when bars of a source that these may not meet are stored, or those are damaged
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
        List<DailyBar> whole = has(symbol) ? joined(loadExact(symbol), good) : good;
        byte[] bytes = BarCsv.bytes(whole);
        Optional<BarManifest> before = manifest(symbol).filter(same -> same.sha256().equals(Sha256.of(bytes)));
        if (before.isPresent()) {
            return new SavedBars.Stored(before.get(), problems);
        }
        var from = new Provenance(source, SERIES, true, VolumeUnit.NONE, fetchedAt);
        BarManifest manifest = BarManifest.of(symbol, whole, from, Sha256.of(bytes));
        try (Journal.Change change = Journal.within(folder).begin("replace the implied volatility of " + symbol)) {
            pair(symbol).put(change, bytes, manifest);
            change.commit();
        }
        return new SavedBars.Stored(manifest, problems);
    }

    private static List<DailyBar> joined(List<DailyBar> stored, List<DailyBar> fresh) {
        Set<LocalDate> anew = fresh.stream().map(DailyBar::date).collect(Collectors.toSet());
        return Stream.concat(stored.stream().filter(bar -> !anew.contains(bar.date())), fresh.stream())
                .sorted((a, b) -> a.date().compareTo(b.date())).toList();
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

    private List<DailyBar> loadExact(Symbol symbol) throws IOException {
        BarPair pair = pair(symbol);
        return BarCsv.parse(pair.csv(), pair.read().bytes());
    }

    /// What is known about the stored volatilities; nothing when there are none or their manifest is damaged.
    public Optional<BarManifest> manifest(Symbol symbol) {
        return pair(symbol).manifest();
    }

    /// Whether volatilities of the symbol are stored, be they whole or damaged.
    public boolean has(Symbol symbol) {
        return pair(symbol).exists();
    }

    /// Where the volatilities of a symbol lie, or would.
    public Path file(Symbol symbol) {
        return pair(symbol).csv();
    }

    private BarPair pair(Symbol symbol) {
        return new BarPair(folder, symbol + "_iv");
    }
}
