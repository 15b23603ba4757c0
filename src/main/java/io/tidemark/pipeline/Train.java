package io.tidemark.pipeline;

import io.tidemark.dataset.DatasetFiles;
import io.tidemark.model.BoosterException;
import io.tidemark.model.ModelRegistry;
import io.tidemark.model.RunRecord;
import io.tidemark.model.TrainedModel;
import io.tidemark.touch.PotDataset;
import io.tidemark.training.CannotTrainException;
import io.tidemark.training.PotEvaluation;
import io.tidemark.training.PotTrainer;
import io.tidemark.training.PotTraining;
import io.tidemark.training.PotTrainingInput;
import io.tidemark.training.PotTrainingOptions;
import io.tidemark.training.RegimeEvaluation;
import io.tidemark.training.RegimeTrainer;
import io.tidemark.training.RegimeTraining;
import io.tidemark.training.RegimeTrainingOptions;
import io.tidemark.training.RoundListener;
import io.tidemark.work.Progress;
import io.tidemark.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.UnaryOperator;

/// The hop from training sets to models: each is trained, judged, kept as a run, and put in use when it is not worse.
///
/// A training that fails or is cancelled leaves runs and promoted models as they were.
public final class Train {
    private final Workspace workspace;
    private final Clock clock;
    private final PromotionPolicy policy;
    private final UnaryOperator<PromotionRules> rules;
    private final ModelRegistry registry;

    /// Works in `workspace`; the clock dates the runs. A model is put in use when it is not worse than the champion, by
    /// the rules of the workspace.
    public Train(Workspace workspace, Clock clock) {
        this(workspace, clock, PromotionPolicy.IF_NOT_WORSE, UnaryOperator.identity());
    }

    /// Works in `workspace`; the clock dates the runs.
    ///
    /// @param policy when a model is put in use
    /// @param rules makes the rules that it is held to from those of the workspace
    public Train(Workspace workspace, Clock clock, PromotionPolicy policy, UnaryOperator<PromotionRules> rules) {
        this.workspace = workspace;
        this.clock = clock;
        this.policy = policy;
        this.rules = rules;
        this.registry = new ModelRegistry(workspace.models(), clock);
    }

    /// Trains the regime classifier on the prepared days.
    ///
    /// @throws StageFailure when the training set is missing, damaged or cannot make a model
    public TrainedRun<RegimeEvaluation> regime(RegimeTrainingOptions options, RunContext context) throws StageFailure {
        return context.stage(Stage.TRAIN_REGIME, progress -> kept(Stage.TRAIN_REGIME, () -> {
            DatasetFiles.Loaded data = DatasetFiles.regime(workspace.historical()).load();
            var fitting = options.withHorizon(horizon(data));
            RegimeTraining training = RegimeTrainer.train(data.set(), fitting, rounds(Stage.TRAIN_REGIME, context),
                    progress);
            RunRecord run = keep(training.model(data.manifest()), progress);
            return new TrainedRun<>(run, training.evaluation(), decide(run, progress));
        }));
    }

    /// Trains the probability-of-touch model on the prepared options.
    ///
    /// @throws StageFailure when the training set is missing, damaged or cannot make a model
    public TrainedRun<PotEvaluation> pot(PotTrainingOptions options, RunContext context) throws StageFailure {
        return context.stage(Stage.TRAIN_POT, progress -> kept(Stage.TRAIN_POT, () -> {
            Path folder = workspace.historical();
            PotDataset sampled = PotDataset.read(folder);
            PotTraining training = PotTrainer.train(PotTrainingInput.of(sampled), options,
                    rounds(Stage.TRAIN_POT, context), progress);
            RunRecord run = keep(training.model(DatasetFiles.pot(folder).load().manifest()), progress);
            return new TrainedRun<>(run, training.evaluation(), decide(run, progress));
        }));
    }

    @FunctionalInterface
    private interface Fit<T> {
        T run() throws IOException;
    }

    private static <T> T kept(Stage stage, Fit<T> fit) throws StageFailure {
        try {
            return fit.run();
        } catch (IOException | CannotTrainException | BoosterException e) {
            throw StageFailure.because(stage, e);
        }
    }

    private RunRecord keep(TrainedModel trained, Progress progress) throws IOException {
        progress.checkCancelled();
        return registry.saveRun(trained);
    }

    private PromotionVerdict decide(RunRecord run, Progress progress) throws IOException {
        return new Promotion(workspace, clock, rules.apply(PromotionRules.of(workspace))).decide(run, policy, progress);
    }

    /// The horizon that the labels of the set were made with.
    private static int horizon(DatasetFiles.Loaded data) {
        return data.manifest().origin().parameters().get("horizon") instanceof Number horizon ? horizon.intValue() : 0;
    }

    private static RoundListener rounds(Stage stage, RunContext context) {
        return (phase, round, training, validation) -> context.listener().round(stage, phase, round, training,
                validation);
    }
}
