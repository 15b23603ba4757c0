package io.tidemark.pipeline;

import io.tidemark.dataset.DatasetFiles;
import io.tidemark.dataset.TrainingSet;
import io.tidemark.market.TradingCalendar;
import io.tidemark.model.BoosterException;
import io.tidemark.model.HoldoutModel;
import io.tidemark.model.ModelKind;
import io.tidemark.model.ModelRegistry;
import io.tidemark.model.RunRecord;
import io.tidemark.touch.PotDataset;
import io.tidemark.training.DriftRuler;
import io.tidemark.training.DriftWindow;
import io.tidemark.training.FeatureDrift;
import io.tidemark.training.RollingScore;
import io.tidemark.work.Progress;
import io.tidemark.workspace.Workspace;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Holds the newest 63 and 252 sessions of the training sets beside all before them, and the models in use beside what
/// they have to keep up with.
public final class DriftCheck {
    /// A quarter and a year.
    private static final List<Integer> WINDOWS = List.of(63, 252);
    private static final long SEED = 42;

    private final Workspace workspace;
    private final ModelRegistry registry;

    /// Works in `workspace`.
    public DriftCheck(Workspace workspace, Clock clock) {
        this.workspace = workspace;
        this.registry = new ModelRegistry(workspace.models(), clock);
    }

    /// Looks at each model in use.
    ///
    /// @throws StageFailure when none is in use, or its rows cannot be read
    public DriftReport run(RunContext context) throws StageFailure {
        return context.stage(Stage.DRIFT, progress -> {
            try {
                DriftReport report = read(progress);
                if (report.models().isEmpty()) {
                    throw new StageFailure(Stage.DRIFT,
                            "No model is in use yet. Set up first ('tidemark setup' in the terminal).");
                }
                return report;
            } catch (IOException | BoosterException e) {
                throw StageFailure.because(Stage.DRIFT, e);
            }
        });
    }

    /// The same for a look in passing: models that are not in use are left out.
    ///
    /// @throws IOException when a file cannot be read
    public DriftReport read(Progress progress) throws IOException {
        var models = new ArrayList<DriftReport.ModelDrift>();
        for (ModelKind model : ModelKind.values()) {
            Optional<ModelRegistry.Champion> champion = registry.champion(model);
            if (champion.isPresent()) {
                progress.report(models.size(), ModelKind.values().length, model.title());
                RunRecord run = registry.run(model, champion.get().manifest().run());
                models.add(switch (model) {
                    case REGIME_CLASSIFIER -> regime(run, progress);
                    case PROBABILITY_OF_TOUCH -> touch(run, progress);
                });
            }
        }
        return new DriftReport(models);
    }

    private DriftReport.ModelDrift regime(RunRecord run, Progress progress) throws IOException {
        TrainingSet set = DatasetFiles.regime(workspace.historical()).load().set();
        double accuracy = RunEvaluations.regime(run).honest().accuracy();
        HoldoutModel model = comparable(run, set) ? run.holdout() : null;
        return drift(run, new DriftRuler(set, SEED), sessions -> model == null
                ? Optional.empty()
                : RollingScore.regime(set, accuracy, model, sessions, SEED), progress);
    }

    private DriftReport.ModelDrift touch(RunRecord run, Progress progress) throws IOException {
        PotDataset options = PotDataset.read(workspace.historical());
        HoldoutModel model = comparable(run, options.set()) ? run.holdout() : null;
        return drift(run, new DriftRuler(options.set(), closes(options.samples().knownDays()), SEED),
                sessions -> model == null
                        ? Optional.empty()
                        : RollingScore.touch(options.set(), options.samples().baselines(), model, sessions, SEED),
                progress);
    }

    private static boolean comparable(RunRecord run, TrainingSet set) {
        return run.manifest().holdout() != null
                && run.manifest().training().features().equals(set.features().names());
    }

    /// The last session up to each day: an option that expires at a weekend was settled on Friday.
    private static int[] closes(int[] epochDays) {
        TradingCalendar calendar = TradingCalendar.nyse();
        return IntStream.of(epochDays).mapToObj(LocalDate::ofEpochDay).map(calendar::lastSessionAtOrBefore)
                .mapToInt(session -> Math.toIntExact(session.toEpochDay())).toArray();
    }

    private static DriftReport.ModelDrift drift(RunRecord run, DriftRuler ruler,
            IntFunction<Optional<RollingScore>> rolling, Progress progress) {
        var windows = new ArrayList<DriftWindow>();
        var scores = new ArrayList<RollingScore>();
        for (int sessions : WINDOWS) {
            progress.checkCancelled();
            ruler.newest(sessions).ifPresent(windows::add);
            rolling.apply(sessions).ifPresent(scores::add);
        }
        List<String> warnings = Stream.concat(windows.stream().flatMap(DriftCheck::warnings),
                scores.stream().filter(RollingScore::behind).map(score -> warning(run, score))).toList();
        return new DriftReport.ModelDrift(run.model(), run.number(), windows, scores, warnings);
    }

    private static Stream<String> warnings(DriftWindow window) {
        return Stream.concat(window.features().stream(), Stream.of(window.labels())).filter(FeatureDrift::drifted)
                .map(column -> String.format(Locale.ROOT,
                        "%s of the last %d sessions lies as no such window before did: PSI %.2f (up to %.2f is usual), "
                                + "%.0f %% outside its range. Look at its source; if it is right, train again.",
                        column.feature(), window.sessions(), column.psi(), column.psiLimit(), 100 * column.outside()));
    }

    private static String warning(RunRecord run, RollingScore score) {
        return String.format(Locale.ROOT,
                "%s, run %d: over the last %d sessions its %s is %.4f, %s %.4f. Train again, or roll back.",
                run.model().title(), run.number(), score.sessions(), score.measure(), score.model(),
                score.measure().equals("accuracy") ? "and was judged to be" : "that of the closed form",
                score.reference());
    }
}
