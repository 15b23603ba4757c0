package io.tidemark.pipeline;

import io.tidemark.dataset.DatasetFiles;
import io.tidemark.dataset.FeatureMatrix;
import io.tidemark.dataset.TrainingSet;
import io.tidemark.history.BarManifest;
import io.tidemark.history.BarStore;
import io.tidemark.history.VolatilityStore;
import io.tidemark.market.Symbol;
import io.tidemark.model.BoosterException;
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

/// Checks everything stored against its manifests, loads both models and lets them speak of the last rows.
public final class Verify {
    /// Names of what is checked.
    static final String REGIME_SET = "regime training set";
    static final String TOUCH_SET = "touch training set";
    private static final int ROWS = 5;

    private final Workspace workspace;
    private final BarStore store;
    private final VolatilityStore volatilities;
    private final ModelRegistry registry;

    /// Works in `workspace`.
    public Verify(Workspace workspace, Clock clock) {
        this.workspace = workspace;
        this.store = new BarStore(workspace.historical());
        this.volatilities = new VolatilityStore(workspace.historical());
        this.registry = new ModelRegistry(workspace.models(), clock);
    }

    /// Checks all, never stopping at the first fault.
    ///
    /// @throws StageFailure when the workspace cannot be read at all
    public VerifyReport run(RunContext context) throws StageFailure {
        return context.stage(Stage.VERIFY, progress -> {
            var findings = new Findings();
            for (Symbol symbol : symbols()) {
                progress.checkCancelled();
                findings.check(nameOf(symbol), () -> bars(symbol));
            }
            for (Symbol symbol : symbols()) {
                if (volatilities.hasRemains(symbol)) {
                    findings.check("volatility of " + symbol, () -> volatilities.load(symbol).size() + " days");
                }
            }
            findings.check(REGIME_SET, () -> rows(DatasetFiles.regime(workspace.historical()).load()));
            findings.check(TOUCH_SET, () -> PotDataset.read(workspace.historical()).set().rows() + " rows");
            progress.checkCancelled();
            findings.check(nameOf(ModelKind.REGIME_CLASSIFIER), () -> regimes(findings));
            findings.check(nameOf(ModelKind.PROBABILITY_OF_TOUCH), () -> touches(findings));
            return new VerifyReport(findings.checks, findings.regimes, findings.touches);
        });
    }

    static String nameOf(Symbol symbol) {
        return "bars of " + symbol;
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

    private String bars(Symbol symbol) throws IOException {
        BarManifest manifest = store.manifest(symbol)
                .orElseThrow(
                        () -> new IOException("its manifest is missing or damaged. Download the symbol again "
                                + "(--fresh in the terminal)."));
        return store.load(symbol).size() + " bars, " + manifest.firstDate() + " to " + manifest.lastDate() + ", "
                + manifest.source().text();
    }

    private static String rows(DatasetFiles.Loaded data) {
        return data.set().rows() + " rows, " + data.manifest().firstDate() + " to " + data.manifest().lastDate();
    }

    private String regimes(Findings findings) throws IOException {
        Path ubj = champion(ModelKind.REGIME_CLASSIFIER);
        var model = RegimeClassifier.load(ubj);
        TrainingSet set = DatasetFiles.regime(workspace.historical()).load().set();
        int[] last = lastRows(set.rows());
        FeatureMatrix features = set.features().select(last);
        float[] probabilities = model.probabilities(features);
        int[] named = model.predict(features);
        for (int i = 0; i < last.length; i++) {
            findings.regimes.add(new VerifyReport.RegimePrediction(set.dates()[last[i]],
                    Regime.of(set.labels()[last[i]]).name(), Regime.of(named[i]).name(),
                    probabilities[i * Regime.count() + named[i]]));
        }
        return "run " + model.manifest().run() + " of " + model.manifest().createdAt();
    }

    private String touches(Findings findings) throws IOException {
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
            findings.touches.add(new VerifyReport.TouchPrediction(option, samples.touched(row), probabilities[i],
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

    private interface Look {
        String at() throws IOException;
    }

    private static final class Findings {
        private final List<VerifyReport.Check> checks = new ArrayList<>();
        private final List<VerifyReport.RegimePrediction> regimes = new ArrayList<>();
        private final List<VerifyReport.TouchPrediction> touches = new ArrayList<>();

        private void check(String what, Look look) {
            try {
                checks.add(new VerifyReport.Check(what, true, look.at()));
            } catch (IOException | BoosterException | IllegalArgumentException e) {
                checks.add(new VerifyReport.Check(what, false, String.valueOf(e.getMessage())));
            }
        }
    }
}
