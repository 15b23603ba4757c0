package io.tidemark.pipeline;

import io.tidemark.dataset.DatasetManifest;
import io.tidemark.dataset.InsufficientDataException;
import io.tidemark.market.Universe;
import io.tidemark.regime.RegimeDataset;
import io.tidemark.regime.RegimeLabelling;
import io.tidemark.workspace.Workspace;
import java.io.IOException;
import java.util.List;

/// The hop from bars of SPY and VIX to the regime training set.
public final class PrepareRegime {
    private final Workspace workspace;

    /// Works in `workspace`.
    public PrepareRegime(Workspace workspace) {
        this.workspace = workspace;
    }

    /// What was prepared.
    ///
    /// @param dataset rows, and an account of the sessions that are no rows
    /// @param manifest what was written beside them
    public record Prepared(RegimeDataset dataset, DatasetManifest manifest) {}

    /// Labels the days and writes them.
    ///
    /// @throws StageFailure when bars are missing, damaged or too few, or a file cannot be written
    public Prepared run(RegimeLabelling labelling, RunContext context) throws StageFailure {
        return context.stage(Stage.PREPARE_REGIME, progress -> {
            StoredBars bars = StoredBars.read(workspace, List.of(Universe.SPY, Universe.VIX), Stage.PREPARE_REGIME);
            progress.checkCancelled();
            progress.report(0, 2, "labelling days");
            try {
                var dataset = RegimeDataset.build(bars.of(Universe.SPY), bars.of(Universe.VIX), labelling);
                progress.checkCancelled();
                progress.report(1, 2, "writing " + dataset.set().rows() + " days");
                return new Prepared(dataset, dataset.write(workspace.historical(), bars.source(), bars.hashes()));
            } catch (InsufficientDataException | IOException e) {
                throw StageFailure.because(Stage.PREPARE_REGIME, e);
            }
        });
    }
}
