package io.tidemark.pipeline;

import io.tidemark.gateway.synthetic.SyntheticMarket;
import io.tidemark.history.BarStore;
import io.tidemark.history.Provenance;
import io.tidemark.history.VolumeUnit;
import io.tidemark.market.DataSource;
import io.tidemark.market.Symbol;
import io.tidemark.market.Universe;
import io.tidemark.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// Fills a workspace with six years of SPY and VIX of the synthetic market and with both training sets.
public final class PreparedWorkspace {
    private static final Instant MADE = Instant.parse("2025-01-02T12:00:00Z");
    private static final List<Symbol> SYMBOLS = List.of(Universe.SPY, Universe.VIX);

    private PreparedWorkspace() {
    }

    /// Fills a folder.
    ///
    /// @param options how many options are sampled
    public static Workspace in(Path folder, int options) throws IOException, StageFailure {
        Workspace workspace = Workspace.at(folder);
        var store = new BarStore(workspace.historical());
        SyntheticMarket market = SyntheticMarket.of(SyntheticMarket.DEFAULT_SEED);
        for (Symbol symbol : SYMBOLS) {
            store.save(symbol, market.bars(symbol, LocalDate.of(2019, 1, 2), LocalDate.of(2024, 12, 31)),
                    new Provenance(new DataSource(DataSource.Kind.DEMO, "42"), "TRADES", true, VolumeUnit.SHARES,
                            MADE));
        }
        new PrepareRegime(workspace).run(WorkspaceLabelling.of(workspace).labelling(0), RunContext.unwatched());
        new PreparePot(workspace).run(
                PipelineSettings.defaults().withSymbols(SYMBOLS).withSamplesPerSymbol(options), RunContext.unwatched());
        return workspace;
    }
}
