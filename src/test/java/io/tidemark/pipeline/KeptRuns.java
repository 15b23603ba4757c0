package io.tidemark.pipeline;

import io.tidemark.dataset.DatasetFiles;
import io.tidemark.dataset.TrainingSet;
import io.tidemark.gateway.ManualClock;
import io.tidemark.model.ModelRegistry;
import io.tidemark.model.RunRecord;
import io.tidemark.training.BoosterSettings;
import io.tidemark.training.MadeRows;
import io.tidemark.training.PotTrainer;
import io.tidemark.training.PotTraining;
import io.tidemark.training.PotTrainingInput;
import io.tidemark.training.PotTrainingOptions;
import io.tidemark.training.RegimeTrainer;
import io.tidemark.training.RegimeTraining;
import io.tidemark.training.RegimeTrainingOptions;
import io.tidemark.training.RoundListener;
import io.tidemark.training.RoundSettings;
import io.tidemark.work.Progress;
import io.tidemark.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/// Trains small models on made rows and keeps them as runs, a day apart.
public final class KeptRuns {
    private static final TrainingSet DAYS = MadeRows.regimes(900, 3);
    private static final PotTrainingInput OPTIONS = MadeRows.options(2000, 5);

    private final Workspace workspace;
    private final ModelRegistry registry;
    private final ManualClock clock = new ManualClock(Instant.parse("2025-01-02T12:00:00Z"));

    /// Keeps runs in a workspace.
    public KeptRuns(Path folder) {
        workspace = Workspace.at(folder);
        registry = new ModelRegistry(workspace.models(), clock);
    }

    /// The runs of the workspace.
    public RunHistory history() {
        return new RunHistory(workspace, clock);
    }

    /// A regime classifier that grew at most `rounds` rounds, promoted.
    public Kept<RegimeTraining> regime(int rounds) throws IOException {
        var options = RegimeTrainingOptions.of(42).withThreads(1).withBooster(
                new BoosterSettings(BoosterSettings.regime().trees(), new RoundSettings(0.5, rounds, 5, 0.002)));
        RegimeTraining trained = RegimeTrainer.train(DAYS, options, RoundListener.none(), Progress.none());
        RunRecord run = registry.saveRun(trained.model(MadeRows.manifest(DAYS)));
        registry.promote(run);
        clock.advance(Duration.ofDays(1));
        return new Kept<>(run, trained);
    }

    /// A probability of touch that grew at most `rounds` rounds, promoted.
    public Kept<PotTraining> pot(int rounds) throws IOException {
        var options = PotTrainingOptions.of(42).withThreads(1).withBooster(
                new BoosterSettings(BoosterSettings.touch().trees(), new RoundSettings(0.15, rounds, 15, 0)));
        PotTraining trained = PotTrainer.train(OPTIONS, options, RoundListener.none(), Progress.none());
        RunRecord run = registry.saveRun(trained.model(MadeRows.manifest(OPTIONS.set())));
        registry.promote(run);
        clock.advance(Duration.ofDays(1));
        return new Kept<>(run, trained);
    }

    /// Writes the days that the regime classifiers learned from as the workspace's training set.
    public void writeDays() throws IOException {
        var made = MadeRows.manifest(DAYS);
        DatasetFiles.regime(workspace.historical()).save(DAYS, made.origin());
    }

    /// A kept run and the training it came from.
    public record Kept<T>(RunRecord run, T training) {}
}
