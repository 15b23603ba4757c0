package io.tidemark.ui.regimes;

import io.tidemark.gateway.synthetic.SyntheticMarket;
import io.tidemark.history.BarStore;
import io.tidemark.history.Provenance;
import io.tidemark.history.VolumeUnit;
import io.tidemark.market.DataSource;
import io.tidemark.market.Symbol;
import io.tidemark.market.Universe;
import io.tidemark.model.ModelRegistry;
import io.tidemark.pipeline.PrepareRegime;
import io.tidemark.pipeline.RunContext;
import io.tidemark.pipeline.StageFailure;
import io.tidemark.pipeline.WorkspaceLabelling;
import io.tidemark.training.BoosterSettings;
import io.tidemark.training.RegimeTrainer;
import io.tidemark.training.RegimeTrainingOptions;
import io.tidemark.training.RoundListener;
import io.tidemark.training.RoundSettings;
import io.tidemark.work.Progress;
import io.tidemark.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/// Fills a workspace with ten years of the synthetic market, and with a regime model that has learned a little.
final class FilledWorkspace {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2025-01-02T12:00:00Z"), ZoneOffset.UTC);
    private static final int FEW_ROUNDS = 2;

    private FilledWorkspace() {
    }

    static void bars(Path folder) throws IOException {
        var store = new BarStore(Workspace.at(folder).historical());
        SyntheticMarket market = SyntheticMarket.of(SyntheticMarket.DEFAULT_SEED);
        for (Symbol symbol : List.of(Universe.SPY, Universe.VIX)) {
            store.save(symbol, market.bars(symbol, LocalDate.of(2015, 1, 2), LocalDate.of(2024, 12, 31)),
                    new Provenance(new DataSource(DataSource.Kind.DEMO, "42"), "TRADES", true, VolumeUnit.SHARES,
                            CLOCK.instant()));
        }
    }

    static void model(Path folder) throws IOException, StageFailure {
        Workspace workspace = Workspace.at(folder);
        PrepareRegime.Prepared prepared = new PrepareRegime(workspace)
                .run(WorkspaceLabelling.of(workspace).labelling(0), RunContext.unwatched());
        BoosterSettings usual = BoosterSettings.regime();
        RegimeTrainingOptions options = RegimeTrainingOptions.of(42)
                .withBooster(new BoosterSettings(usual.trees(), new RoundSettings(0.5, FEW_ROUNDS, 5, 0.002)));
        var trained = RegimeTrainer.train(prepared.dataset().set(), options, RoundListener.none(), Progress.none());
        var registry = new ModelRegistry(workspace.models(), CLOCK);
        registry.promote(registry.saveRun(trained.model(prepared.manifest())));
    }
}
