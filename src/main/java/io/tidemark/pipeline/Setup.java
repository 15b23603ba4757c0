package io.tidemark.pipeline;

import io.tidemark.regime.RegimeLabelling;
import io.tidemark.training.PotTrainingOptions;
import io.tidemark.training.RegimeTrainingOptions;
import io.tidemark.workspace.Workspace;
import java.time.Clock;

/// Everything from bars to trained models, in order.
///
/// Each stage leaves whole files behind, so a set-up that was stopped is simply run again.
public final class Setup {
    private final Workspace workspace;
    private final BarFeed feed;
    private final Clock clock;

    /// A set-up of `workspace` with bars from `feed`.
    public Setup(Workspace workspace, BarFeed feed, Clock clock) {
        this.workspace = workspace;
        this.feed = feed;
        this.clock = clock;
    }

    /// Runs all stages.
    ///
    /// @param fresh whether to fetch even bars that are stored and up to date
    /// @throws StageFailure when a stage fails; the stages before it keep their results
    public SetupReport run(PipelineSettings settings, RegimeLabelling labelling, boolean fresh, RunContext context)
            throws StageFailure {
        var download = new Download(workspace, feed, clock).run(settings.symbols(), settings.years(), fresh, context)
                .orFail();
        var regimes = new PrepareRegime(workspace).run(labelling, context);
        var options = new PreparePot(workspace).run(settings, context);
        var train = new Train(workspace, clock);
        var regime = train.regime(RegimeTrainingOptions.of(settings.seed()), context);
        var pot = train.pot(PotTrainingOptions.of(settings.seed()), context);
        return new SetupReport(download, regimes, options, regime, pot, context.times());
    }
}
