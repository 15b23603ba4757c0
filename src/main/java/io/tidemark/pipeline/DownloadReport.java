package io.tidemark.pipeline;

import io.tidemark.market.DataSource;
import java.util.List;
import java.util.stream.Collectors;

/// How a download ended, symbol by symbol.
///
/// @param source where the bars came from
/// @param symbols one outcome each, in the order asked for
/// @param volatility what came of option-implied volatility
public record DownloadReport(DataSource source, List<SymbolOutcome> symbols, VolatilityReport volatility) {

    /// Keeps a copy.
    public DownloadReport {
        symbols = List.copyOf(symbols);
    }

    /// Whether every symbol has its bars.
    public boolean complete() {
        return symbols.stream().allMatch(SymbolOutcome.Stored.class::isInstance);
    }

    /// The outcomes that left a symbol without new bars.
    public List<SymbolOutcome.Failed> failures() {
        return symbols.stream().filter(SymbolOutcome.Failed.class::isInstance).map(SymbolOutcome.Failed.class::cast)
                .toList();
    }

    /// Passes a complete download on.
    ///
    /// @throws StageFailure when a symbol failed; the sentence says why the first one did
    public DownloadReport orFail() throws StageFailure {
        List<SymbolOutcome.Failed> failures = failures();
        if (failures.isEmpty()) {
            return this;
        }
        String others = failures.stream().skip(1).map(each -> each.symbol().value()).collect(Collectors.joining(", "));
        int stored = symbols.size() - failures.size();
        throw new StageFailure(Stage.DOWNLOAD, failures.getFirst().sentence()
                + (others.isEmpty() ? "" : " Failed as well: " + others + ".")
                + (stored == 0 ? "" : " The other " + stored + " are stored."));
    }
}
