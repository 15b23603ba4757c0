package io.tidemark.pipeline;

import io.tidemark.dataset.DatasetFiles;
import io.tidemark.dataset.FeatureMatrix;
import io.tidemark.dataset.TrainingSet;
import io.tidemark.market.Symbol;
import io.tidemark.model.ModelKind;
import io.tidemark.model.ModelRegistry;
import io.tidemark.model.ProbabilityOfTouch;
import io.tidemark.model.RegimeClassifier;
import io.tidemark.regime.Regime;
import io.tidemark.touch.PotDataset;
import io.tidemark.touch.PotSamples;
import io.tidemark.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Checks everything stored against its manifests, or by reading it where there is none, loads both models and lets
/// them speak of the last rows.
public final class Verify {
    /// Names of what is checked.
    static final String REGIME_SET = "regime training set";
    static final String TOUCH_SET = "touch training set";
    private static final int ROWS = 5;

    private final Workspace workspace;
    private final ModelRegistry registry;

    /// Works in `workspace`.
    public Verify(Workspace workspace, Clock clock) {
        this.workspace = workspace;
        this.registry = new ModelRegistry(workspace.models(), clock);
    }

    /// Checks all, never stopping at the first fault.
    ///
    /// @throws StageFailure when the workspace cannot be read at all
    public VerifyReport run(RunContext context) throws StageFailure {
        return context.stage(Stage.VERIFY, progress -> {
            var findings = new Findings();
            List<Symbol> symbols = symbols();
            progress.checkCancelled();
            found(() -> new SeriesAudit(workspace).into(findings, symbols));
            findings.check(REGIME_SET, () -> rows(DatasetFiles.regime(workspace.historical()).load()));
            findings.check(TOUCH_SET, () -> PotDataset.read(workspace.historical()).set().rows() + " rows");
            found(() -> new RecordsAudit(workspace).into(findings));
            progress.checkCancelled();
            found(() -> new RunsAudit(registry).into(findings));
            progress.checkCancelled();
            var regimes = new ArrayList<VerifyReport.RegimePrediction>();
            findings.check(nameOf(ModelKind.REGIME_CLASSIFIER), () -> regimes(regimes));
            var touches = new ArrayList<VerifyReport.TouchPrediction>();
            findings.check(nameOf(ModelKind.PROBABILITY_OF_TOUCH), () -> touches(touches));
            return new VerifyReport(findings.checks(), regimes, touches);
        });
    }

    private interface Audit {
        void run() throws IOException;
    }

    /// A folder that cannot be listed ends the verification.
    private static void found(Audit audit) throws StageFailure {
        try {
            audit.run();
        } catch (IOException e) {
            throw StageFailure.because(Stage.VERIFY, e);
        }
    }

    static String nameOf(ModelKind model) {
        return model.fileName().replace('_', ' ');
    }

    private List<Symbol> symbols() throws StageFailure {
        try {
            List<Symbol> stored = StoredSymbols.in(workspace);
            if (stored.isEmpty()) {
                throw new StageFailure(Stage.VERIFY,
                        "Nothing is stored in " + workspace.root()
                                + ". Run the set-up first ('tidemark setup' in the terminal).");
            }
            return stored;
        } catch (IOException e) {
            throw StageFailure.because(Stage.VERIFY, e);
        }
    }

    private static String rows(DatasetFiles.Loaded data) {
        return data.set().rows() + " rows, " + data.manifest().firstDate() + " to " + data.manifest().lastDate();
    }

    private String regimes(List<VerifyReport.RegimePrediction> predictions) throws IOException {
        Path ubj = champion(ModelKind.REGIME_CLASSIFIER);
        var model = RegimeClassifier.load(ubj);
        TrainingSet set = DatasetFiles.regime(workspace.historical()).load().set();
        int[] last = lastRows(set.rows());
        FeatureMatrix features = set.features().select(last);
        float[] probabilities = model.probabilities(features);
        int[] named = model.predict(features);
        for (int i = 0; i < last.length; i++) {
            predictions.add(new VerifyReport.RegimePrediction(set.dates()[last[i]],
                    Regime.of(set.labels()[last[i]]).name(), Regime.of(named[i]).name(),
                    probabilities[i * Regime.count() + named[i]]));
        }
        return "run " + model.manifest().run() + " of " + model.manifest().createdAt();
    }

    private String touches(List<VerifyReport.TouchPrediction> predictions) throws IOException {
        Path ubj = champion(ModelKind.PROBABILITY_OF_TOUCH);
        var model = ProbabilityOfTouch.load(ubj);
        PotDataset options = PotDataset.read(workspace.historical());
        int[] last = lastRows(options.set().rows());
        float[] probabilities = model.probabilities(options.set().features().select(last));
        PotSamples samples = options.samples();
        for (int i = 0; i < last.length; i++) {
            int row = last[i];
            String option = samples.symbol(row) + " " + samples.right(row) + " " + samples.strike(row) + " "
                    + samples.date(row) + " to " + samples.expiration(row);
            predictions.add(new VerifyReport.TouchPrediction(option, samples.touched(row), probabilities[i],
                    samples.baselineProbability(row)));
        }
        return "run " + model.manifest().run() + " of " + model.manifest().createdAt();
    }

    private Path champion(ModelKind model) throws IOException {
        List<Path> damaged = registry.championFiles(model).damaged();
        if (!damaged.isEmpty()) {
            throw new IOException(damaged.stream().map(Path::toString).collect(Collectors.joining(", "))
                    + ": missing, or not what was put in use. Run 'tidemark repair'.");
        }
        return registry.champion(model).orElseThrow(
                () -> new IOException("no model has been trained yet. Train it first "
                        + "('tidemark train' in the terminal)."))
                .ubj();
    }

    private static int[] lastRows(int rows) {
        return IntStream.range(Math.max(0, rows - ROWS), rows).toArray();
    }
}
