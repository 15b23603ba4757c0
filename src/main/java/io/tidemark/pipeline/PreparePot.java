package io.tidemark.pipeline;

import io.tidemark.dataset.DatasetManifest;
import io.tidemark.market.Symbol;
import io.tidemark.market.Universe;
import io.tidemark.touch.NotEnoughHistory;
import io.tidemark.touch.PotBars;
import io.tidemark.touch.PotDataset;
import io.tidemark.touch.PotFeature;
import io.tidemark.touch.PotSampling;
import io.tidemark.workspace.Workspace;
import java.io.IOException;
import java.util.List;

/// The hop from bars to the probability-of-touch training set.
public final class PreparePot {
    private final Workspace workspace;

    /// Works in `workspace`.
    public PreparePot(Workspace workspace) {
        this.workspace = workspace;
    }

    /// What was prepared.
    ///
    /// @param dataset rows and samples
    /// @param manifest what was written beside them
    public record Prepared(PotDataset dataset, DatasetManifest manifest) {}

    /// Samples, labels and writes options on every symbol but VIX.
    ///
    /// @throws StageFailure when bars are missing or too few, or a file cannot be written
    public Prepared run(PipelineSettings settings, RunContext context) throws StageFailure {
        return context.stage(Stage.PREPARE_POT, progress -> {
            List<Symbol> underlyings = settings.symbols().stream().filter(Universe::hasOptions).toList();
            if (underlyings.isEmpty()) {
                throw new StageFailure(Stage.PREPARE_POT,
                        "None of " + settings.symbols() + " has options. Name one, such as SPY.");
            }
            StoredBars bars = StoredBars.readForOptions(workspace, underlyings, Stage.PREPARE_POT);
            progress.checkCancelled();
            progress.report(0, 2, "sampling options");
            PotDataset dataset = sample(bars.options(), settings);
            progress.checkCancelled();
            progress.report(1, 2, "writing " + dataset.set().rows() + " options");
            return write(dataset, bars);
        });
    }

    private static PotDataset sample(PotBars bars, PipelineSettings settings) throws StageFailure {
        try {
            var sampling = PotSampling.of(settings.seed()).withSamplesPerSymbol(settings.samplesPerSymbol());
            return PotDataset.build(bars, sampling, PotFeature.defaults());
        } catch (NotEnoughHistory e) {
            throw StageFailure.because(Stage.PREPARE_POT, e);
        }
    }

    private Prepared write(PotDataset dataset, StoredBars bars) throws StageFailure {
        try {
            return new Prepared(dataset, dataset.write(workspace.historical(), bars.source(), bars.hashes()));
        } catch (IOException e) {
            throw StageFailure.because(Stage.PREPARE_POT, e);
        }
    }
}
