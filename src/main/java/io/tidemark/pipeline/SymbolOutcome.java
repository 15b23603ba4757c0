package io.tidemark.pipeline;

import io.tidemark.history.BarManifest;
import io.tidemark.history.BarProblem;
import io.tidemark.history.QualityReport;
import io.tidemark.market.Symbol;
import java.util.List;

/// How the download of one symbol ended.
public sealed interface SymbolOutcome {

    /// Whose bars.
    Symbol symbol();

    /// Bars are stored, fresh or from before.
    ///
    /// @param symbol whose bars
    /// @param manifest what is stored now
    /// @param quality what a look at the whole series found
    /// @param oddities odd bars that were stored all the same
    /// @param fetched false when what was stored reached to the last finished session already
    /// @param change what is different from before
    record Stored(Symbol symbol, BarManifest manifest, QualityReport quality, List<BarProblem> oddities,
            boolean fetched, BarChange change) implements SymbolOutcome {
        /// Keeps a copy.
        public Stored {
            oddities = List.copyOf(oddities);
        }
    }

    /// Nothing was stored; what was there before is untouched.
    ///
    /// @param symbol whose bars
    /// @param sentence why, and what to do
    record Failed(Symbol symbol, String sentence) implements SymbolOutcome {}
}
