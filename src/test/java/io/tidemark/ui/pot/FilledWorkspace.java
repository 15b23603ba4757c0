package io.tidemark.ui.pot;

import io.tidemark.gateway.synthetic.SyntheticMarket;
import io.tidemark.history.BarStore;
import io.tidemark.history.Provenance;
import io.tidemark.history.VolumeUnit;
import io.tidemark.market.DataSource;
import io.tidemark.market.Symbol;
import io.tidemark.market.Universe;
import io.tidemark.model.ModelRegistry;
import io.tidemark.pipeline.PipelineSettings;
import io.tidemark.pipeline.PreparePot;
import io.tidemark.pipeline.RunContext;
import io.tidemark.pipeline.StageFailure;
import io.tidemark.training.BoosterSettings;
import io.tidemark.training.PotTrainer;
import io.tidemark.training.PotTrainingInput;
import io.tidemark.training.PotTrainingOptions;
import io.tidemark.training.RoundListener;
import io.tidemark.training.RoundSettings;
import io.tidemark.ui.DemoPipelines;
import io.tidemark.work.Progress;
import io.tidemark.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;

/// Fills a workspace with ten years of the synthetic market, options on it, and a model that has learned a little.
public final class FilledWorkspace {
    private static final int FEW_ROUNDS = 12;

    private FilledWorkspace() {
    }

    /// Stores the bars.
    public static void bars(Path folder) throws IOException {
        var store = new BarStore(Workspace.at(folder).historical());
        SyntheticMarket market = SyntheticMarket.of(SyntheticMarket.DEFAULT_SEED);
        for (Symbol symbol : Universe.defaultSymbols()) {
            store.save(symbol, market.bars(symbol, LocalDate.of(2015, 1, 2), LocalDate.of(2024, 12, 31)),
                    new Provenance(new DataSource(DataSource.Kind.DEMO, "42"), "TRADES", true, VolumeUnit.SHARES,
                            DemoPipelines.CLOCK.instant()));
        }
    }

    /// Samples options of each symbol.
    public static PreparePot.Prepared options(Path folder, int perSymbol) throws StageFailure {
        return new PreparePot(Workspace.at(folder))
                .run(PipelineSettings.defaults().withSamplesPerSymbol(perSymbol), RunContext.unwatched());
    }

    /// Trains and promotes a model.
    public static void model(Path folder, PreparePot.Prepared prepared) throws IOException {
        BoosterSettings usual = BoosterSettings.touch();
        PotTrainingOptions options = PotTrainingOptions.of(42).withThreads(1)
                .withBooster(new BoosterSettings(usual.trees(), new RoundSettings(0.3, FEW_ROUNDS, 5, 0)));
        var trained = PotTrainer.train(PotTrainingInput.of(prepared.dataset()), options, RoundListener.none(),
                Progress.none());
        var registry = new ModelRegistry(Workspace.at(folder).models(), DemoPipelines.CLOCK);
        registry.promote(registry.saveRun(trained.model(prepared.manifest())));
    }
}
