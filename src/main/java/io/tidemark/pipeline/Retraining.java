package io.tidemark.pipeline;

import io.tidemark.dataset.DatasetFiles;
import io.tidemark.dataset.DatasetManifest;
import io.tidemark.regime.RegimeLabelling;
import io.tidemark.regime.RegimeParameters;
import io.tidemark.training.PotTrainingOptions;
import io.tidemark.training.RegimeTrainingOptions;
import io.tidemark.workspace.Workspace;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Trains models again as a person asks for it.
///
/// Days are labelled anew first when the horizon, the rules in force or the marks are not those of the training set.
public final class Retraining {
    private final Workspace workspace;
    private final Clock clock;

    /// Works in `workspace`; the clock dates the runs.
    public Retraining(Workspace workspace, Clock clock) {
        this.workspace = workspace;
        this.clock = clock;
    }

    /// What to train.
    ///
    /// @param regime how to train the regime classifier; empty to leave it
    /// @param pot how to train the probability of touch; empty to leave it
    /// @param policy when a model is put in use
    public record Wish(Optional<RegimeTrainingOptions> regime, Optional<PotTrainingOptions> pot,
            PromotionPolicy policy) {}

    /// Trains what is wished for. What was finished before a failure or a cancellation is kept.
    ///
    /// @return what was kept, in the order of training
    /// @throws StageFailure when a training set is missing or cannot make a model
    public List<TrainedRun<?>> run(Wish wish, RunContext context) throws StageFailure {
        var train = new Train(workspace, clock, wish.policy(), UnaryOperator.identity());
        var kept = new ArrayList<TrainedRun<?>>();
        if (wish.regime().isPresent()) {
            RegimeTrainingOptions options = wish.regime().get();
            label(options.horizon(), context);
            kept.add(train.regime(options, context));
        }
        if (wish.pot().isPresent()) {
            kept.add(train.pot(wish.pot().get(), context));
        }
        return List.copyOf(kept);
    }

    private void label(int horizon, RunContext context) throws StageFailure {
        RegimeLabelling wanted = WorkspaceLabelling.of(workspace).labelling(horizon);
        if (!isLabelled(wanted)) {
            new PrepareRegime(workspace).run(wanted, context);
        }
    }

    private boolean isLabelled(RegimeLabelling wanted) throws StageFailure {
        try {
            Optional<DatasetManifest> there = DatasetFiles.regime(workspace.historical()).readManifest();
            return there.isPresent() && RegimeParameters.of(there.get()).labelling().equals(wanted);
        } catch (IOException e) {
            throw StageFailure.because(Stage.PREPARE_REGIME, e);
        }
    }
}
