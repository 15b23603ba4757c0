package io.tidemark.pipeline;

import io.tidemark.history.BarManifest;
import io.tidemark.history.BarStore;
import io.tidemark.history.SplitRatio;
import io.tidemark.history.VolatilityStore;
import io.tidemark.market.BarSeries;
import io.tidemark.market.DataSource;
import io.tidemark.market.Symbol;
import io.tidemark.market.Universe;
import io.tidemark.touch.PotBars;
import io.tidemark.touch.QuotedOption;
import io.tidemark.touch.SplitOptions;
import io.tidemark.workspace.Workspace;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The stored bars that a stage reads, with the hashes and the source that its result has to carry.
final class StoredBars {
    private final Stage stage;
    private final Map<Symbol, BarSeries> series = new LinkedHashMap<>();
    private final Map<Symbol, BarSeries> volatilities = new TreeMap<>();
    private final Map<Symbol, List<QuotedOption>> quoted = new TreeMap<>();
    private final Map<String, String> hashes = new TreeMap<>();
    private final DataSource source;
    private SplitOptions splitOptions = SplitOptions.NONE;

    private StoredBars(Stage stage, DataSource source) {
        this.stage = stage;
        this.source = source;
    }

    /// Whether bars of every one of the given symbols are stored.
    static boolean has(Workspace workspace, List<Symbol> symbols) {
        var store = new BarStore(workspace.historical());
        return symbols.stream().allMatch(store::has);
    }

    /// Reads the bars of the given symbols.
    ///
    /// @throws StageFailure when a symbol has none, or its file is damaged, or the sources must not meet
    static StoredBars read(Workspace workspace, List<Symbol> symbols, Stage stage) throws StageFailure {
        var store = new BarStore(workspace.historical());
        try {
            var bars = new StoredBars(stage, source(store, symbols.getFirst(), stage));
            for (Symbol symbol : symbols) {
                bars.add(store, symbol);
            }
            return bars;
        } catch (IOException e) {
            throw StageFailure.because(stage, e);
        }
    }

    /// Reads the bars of the given underlyings and of VIX, the option-implied volatility of those that have any, as far
    /// as the workspace uses it, and the real options on them that have expired.
    ///
    /// @throws StageFailure as [StoredBars#read]
    static StoredBars readForOptions(Workspace workspace, List<Symbol> underlyings, Stage stage) throws StageFailure {
        var needed = new ArrayList<>(underlyings);
        needed.add(Universe.VIX);
        StoredBars bars = read(workspace, needed, stage);
        var store = new VolatilityStore(workspace.historical());
        try {
            Optional<LocalDate> until = workspace.volatility().lastDay();
            for (Symbol symbol : underlyings) {
                if (until.isPresent() && store.hasRemains(symbol)) {
                    bars.addVolatility(store, symbol, until.get());
                }
                bars.addQuoted(new ExpiredOptions(workspace.historical()), symbol,
                        new BarStore(workspace.historical()).splits(symbol));
            }
        } catch (IOException e) {
            throw StageFailure.because(stage, e);
        }
        return bars;
    }

    /// The bars of one symbol that was asked for.
    BarSeries of(Symbol symbol) {
        BarSeries found = series.get(symbol);
        if (found == null) {
            throw new IllegalArgumentException(symbol + " was not read");
        }
        return found;
    }

    /// What options on the symbols read by [StoredBars#readForOptions] are sampled from.
    PotBars options() {
        List<BarSeries> underlyings = series.values().stream().filter(each -> Universe.hasOptions(each.symbol()))
                .toList();
        return new PotBars(underlyings, of(Universe.VIX), volatilities, quoted);
    }

    /// What became of real options from before a split.
    SplitOptions splitOptions() {
        return splitOptions;
    }

    /// Whose bars these are.
    DataSource source() {
        return source;
    }

    /// SHA-256 of each file read, by file name.
    Map<String, String> hashes() {
        return hashes;
    }

    private void add(BarStore store, Symbol symbol) throws IOException, StageFailure {
        DataSource from = source(store, symbol, stage);
        if (!from.mayMeet(source)) {
            throw new StageFailure(stage, symbol + " has bars of " + from.text() + ", the others of " + source.text()
                    + ". They must not meet: download all of them from one source into a workspace of its own.");
        }
        series.put(symbol, store.load(symbol));
        hashes.put(String.valueOf(store.file(symbol).getFileName()), manifest(store, symbol, stage).sha256());
    }

    private void addVolatility(VolatilityStore store, Symbol symbol, LocalDate until) throws IOException {
        // Damage has to be told here: without this the set would silently be made of estimates.
        BarSeries loaded = store.load(symbol, until);
        Optional<BarManifest> manifest = store.manifest(symbol).filter(each -> each.source().mayMeet(source));
        if (manifest.isPresent()) {
            volatilities.put(symbol, loaded);
            hashes.put(String.valueOf(store.file(symbol).getFileName()), manifest.get().sha256());
        }
    }

    private void addQuoted(ExpiredOptions expired, Symbol symbol, List<SplitRatio> splits) throws IOException {
        BarSeries bars = of(symbol);
        if (bars.size() > 0) {
            ExpiredOptions.Found found = expired.of(source, bars, splits);
            quoted.put(symbol, found.options());
            hashes.putAll(found.hashes());
            splitOptions = splitOptions.plus(found.split());
        }
    }

    private static DataSource source(BarStore store, Symbol symbol, Stage stage) throws StageFailure {
        return manifest(store, symbol, stage).source();
    }

    private static BarManifest manifest(BarStore store, Symbol symbol, Stage stage) throws StageFailure {
        return store.manifest(symbol).orElseThrow(() -> new StageFailure(stage,
                "No historical data found for " + symbol + " (" + store.file(symbol)
                        + "). Download them first ('tidemark download' in the terminal)."));
    }
}
