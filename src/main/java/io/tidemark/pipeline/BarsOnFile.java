package io.tidemark.pipeline;

import io.tidemark.history.BarManifest;
import io.tidemark.history.BarStore;
import io.tidemark.history.QualityReport;
import io.tidemark.market.Symbol;
import io.tidemark.market.TradingCalendar;
import io.tidemark.work.Progress;
import io.tidemark.workspace.Workspace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a workspace has of each symbol, with what a look at the bars finds odd.
public final class BarsOnFile {
    private BarsOnFile() {
    }

    /// Looks at every symbol that is stored. One whose file is missing or damaged is told as failed.
    ///
    /// @return one outcome a symbol, in order of name; empty when nothing is stored
    /// @throws IOException when the folder cannot be listed
    public static List<SymbolOutcome> in(Workspace workspace, Progress progress) throws IOException {
        var store = new BarStore(workspace.historical());
        var outcomes = new ArrayList<SymbolOutcome>();
        for (Symbol symbol : StoredSymbols.in(workspace)) {
            progress.checkCancelled();
            outcomes.add(one(store, symbol));
        }
        return outcomes;
    }

    private static SymbolOutcome one(BarStore store, Symbol symbol) {
        try {
            Optional<BarManifest> manifest = store.manifest(symbol);
            if (manifest.isEmpty()) {
                return new SymbolOutcome.Failed(symbol, symbol + ": nothing tells where the stored bars came from. "
                        + "Download them again.");
            }
            QualityReport quality = QualityReport.of(store.load(symbol), TradingCalendar.nyse());
            return new SymbolOutcome.Stored(symbol, manifest.get(), quality, List.of(), false, BarChange.none());
        } catch (IOException e) {
            return new SymbolOutcome.Failed(symbol, String.valueOf(e.getMessage()));
        }
    }
}
