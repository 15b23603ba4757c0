package io.tidemark.pipeline;

import io.tidemark.dataset.DatasetFiles;
import io.tidemark.dataset.DatasetManifest;
import io.tidemark.market.Symbol;
import io.tidemark.market.Universe;
import io.tidemark.model.ModelKind;
import io.tidemark.model.ModelRegistry;
import io.tidemark.model.RunRecord;
import io.tidemark.touch.PotDataset;
import io.tidemark.training.CannotTrainException;
import io.tidemark.training.LeakEvidence;
import io.tidemark.training.PotTrainingInput;
import io.tidemark.work.Progress;
import io.tidemark.workspace.Workspace;
import java.io.IOException;
import java.time.Clock;
import java.util.List;

/// Checks kept runs for leaks, on the rows and bars of their workspace.
public final class LeakCheck {
    private final Workspace workspace;
    private final ModelRegistry registry;

    /// Works in `workspace`.
    public LeakCheck(Workspace workspace, Clock clock) {
        this.workspace = workspace;
        this.registry = new ModelRegistry(workspace.models(), clock);
    }

    /// Checks the newest run of a model.
    ///
    /// @throws StageFailure when there is none, or its rows or bars are no longer there
    public LeakReport newest(ModelKind model, RunContext context) throws StageFailure {
        try {
            List<RunRecord> runs = registry.runs(model);
            if (runs.isEmpty()) {
                throw new StageFailure(Stage.LEAK_CHECK,
                        "No " + model.fileName() + " has been trained yet. Run 'tidemark train'.");
            }
            return of(runs.getLast(), context);
        } catch (IOException e) {
            throw StageFailure.because(Stage.LEAK_CHECK, e);
        }
    }

    /// Checks one run.
    ///
    /// @throws StageFailure when its rows or bars are no longer there
    public LeakReport of(RunRecord run, RunContext context) throws StageFailure {
        return context.stage(Stage.LEAK_CHECK, progress -> {
            try {
                return new LeakReport(run.model(), run.number(), switch (run.model()) {
                    case REGIME_CLASSIFIER -> regime(run, progress);
                    case PROBABILITY_OF_TOUCH -> pot(run, progress);
                });
            } catch (IOException | CannotTrainException e) {
                throw StageFailure.because(Stage.LEAK_CHECK, e);
            }
        });
    }

    private List<LeakFinding> regime(RunRecord run, Progress progress) throws IOException, StageFailure {
        DatasetFiles.Loaded data = DatasetFiles.regime(workspace.historical()).load();
        requireSameRows(run, data.manifest());
        StoredBars bars = StoredBars.read(workspace, List.of(Universe.SPY, Universe.VIX), Stage.LEAK_CHECK);
        requireSameBars(bars, data.manifest());
        var evidence = LeakEvidence.regime(data.set(), RunOptions.regime(run), RunEvaluations.regime(run));
        return LeakQuestions.answer(evidence,
                RebuiltFeatures.regime(data.set(), bars.of(Universe.SPY), bars.of(Universe.VIX)), progress);
    }

    private List<LeakFinding> pot(RunRecord run, Progress progress) throws IOException, StageFailure {
        PotDataset options = PotDataset.read(workspace.historical());
        List<Symbol> symbols = options.samples().symbols();
        DatasetManifest manifest = DatasetFiles.pot(workspace.historical()).load().manifest();
        requireSameRows(run, manifest);
        StoredBars bars = StoredBars.readForOptions(workspace, symbols, Stage.LEAK_CHECK);
        requireSameBars(bars, manifest);
        var evidence = LeakEvidence.pot(PotTrainingInput.of(options), RunOptions.pot(run), RunEvaluations.pot(run));
        return LeakQuestions.answer(evidence, RebuiltFeatures.pot(options, bars.options()), progress);
    }

    private static void requireSameRows(RunRecord run, DatasetManifest rows) throws StageFailure {
        if (!run.manifest().training().data().files().equals(rows.files())) {
            throw new StageFailure(Stage.LEAK_CHECK, "Run " + run.number()
                    + " learned from training data that has been prepared anew since. Train again, then check.");
        }
    }

    private static void requireSameBars(StoredBars bars, DatasetManifest rows) throws StageFailure {
        if (!bars.hashes().equals(rows.origin().inputs())) {
            throw new StageFailure(Stage.LEAK_CHECK,
                    "The bars have changed since the training data was prepared. Prepare and train again, then check.");
        }
    }
}
