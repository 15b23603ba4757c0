package io.tidemark.pipeline;

import io.tidemark.market.Symbol;
import io.tidemark.market.Universe;
import io.tidemark.touch.PotDataset;
import io.tidemark.touch.PotSampling;
import io.tidemark.workspace.Workspace;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// What the options of a workspace are prepared with when nobody says otherwise.
public final class PotDefaults {
    private PotDefaults() {
    }

    /// The symbols that options can be prepared on: their bars are stored, and those of VIX; empty when there are none.
    ///
    /// @throws IOException when the folder cannot be listed
    public static List<Symbol> symbols(Workspace workspace) throws IOException {
        List<Symbol> stored = StoredSymbols.in(workspace);
        return stored.contains(Universe.VIX) ? stored.stream().filter(Universe::hasOptions).toList() : List.of();
    }

    /// As many options and the seed as before, or the usual ones, on every symbol whose bars are stored.
    ///
    /// @throws IOException when there are no bars, or what was prepared before cannot be understood; the message says
    ///         what to do
    public static PipelineSettings settings(Workspace workspace) throws IOException {
        List<Symbol> symbols = symbols(workspace);
        if (symbols.isEmpty()) {
            throw new IOException("There are no bars of VIX and of a symbol with options. Download them first.");
        }
        PipelineSettings usual = PipelineSettings.defaults().withSymbols(symbols);
        Optional<PotSampling> before = PotDataset.samplingOf(workspace.historical());
        return before.isEmpty()
                ? usual
                : usual.withSeed(before.get().seed()).withSamplesPerSymbol(before.get().samplesPerSymbol());
    }
}
