package io.tidemark.ui.overview;

import io.tidemark.pipeline.DriftCheck;
import io.tidemark.pipeline.DriftReport;
import io.tidemark.pipeline.FeedChoice;
import io.tidemark.pipeline.PipelineSettings;
import io.tidemark.pipeline.RunHistory;
import io.tidemark.pipeline.RunRow;
import io.tidemark.pipeline.Setup;
import io.tidemark.pipeline.SetupReport;
import io.tidemark.pipeline.WorkspaceLabelling;
import io.tidemark.pipeline.WorkspaceOverview;
import io.tidemark.ui.screen.MarketStatus;
import io.tidemark.ui.screen.Notices;
import io.tidemark.ui.screen.Pipelines;
import io.tidemark.ui.task.Job;
import io.tidemark.ui.task.PipelineWatch;
import io.tidemark.ui.task.RunningWork;
import io.tidemark.ui.task.WorkEnd;
import io.tidemark.ui.task.WorkTask;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What can be done on the overview: look at the workspace, and fill an empty one from the demo market.
///
/// Belongs to the window's thread; the work is done elsewhere and its outcome written to the state.
public final class OverviewDesk {
    private final Pipelines pipelines;
    private final OverviewState state;
    private final RunningWork work;
    private final Notices notices;
    private final MarketStatus market;
    private final Clock clock;
    private final PipelineSettings settings;
    private @Nullable WorkTask<?> reading;
    private @Nullable WorkTask<?> running;

    /// A desk that has looked at nothing yet.
    ///
    /// @param settings what a set-up on the demo market makes
    public OverviewDesk(Pipelines pipelines, OverviewState state, RunningWork work, Notices notices,
            MarketStatus market, Clock clock, PipelineSettings settings) {
        this.pipelines = pipelines;
        this.state = state;
        this.work = work;
        this.notices = notices;
        this.market = market;
        this.clock = clock;
        this.settings = settings;
    }

    /// Looks at the workspace, unless that is under way.
    public void look() {
        if (reading != null) {
            return;
        }
        reading = work.start(
                Job.reading("Look at the workspace", progress -> {
                    var overview = WorkspaceOverview.read(pipelines.workspace(), clock, progress);
                    return new Found(overview, Freshness.of(overview, pipelines.workspace(), clock),
                            RunRow.newestFirst(new RunHistory(pipelines.workspace(), clock).entries()));
                }), this::looked);
    }

    private record Found(WorkspaceOverview overview, Optional<Freshness> standing, List<RunRow> runs) {}

    private void looked(WorkEnd<Found> end) {
        reading = null;
        switch (end) {
            case WorkEnd.Succeeded<Found>(Found(var overview, var standing, var runs)) -> {
                state.standingProperty().set(standing.orElse(null));
                state.runs().setAll(runs);
                state.overviewProperty().set(overview);
                if (overview.regime().isPresent() || overview.touch().isPresent()) {
                    lookForDrift();
                }
            }
            case WorkEnd.Failed<Found> failed -> state.troubleProperty()
                    .set("The workspace cannot be read: " + failed.sentence());
            case WorkEnd.Cancelled<Found> _ ->
                state.troubleProperty()
                        .set("Looking at the workspace was cancelled. Open this screen again to repeat.");
        }
    }

    private void lookForDrift() {
        work.start(Job.reading("Look for drift",
                progress -> new DriftCheck(pipelines.workspace(), clock).read(progress)), end -> {
                    if (end instanceof WorkEnd.Succeeded<DriftReport>(DriftReport report)) {
                        state.driftProperty().set(report);
                    } else if (end instanceof WorkEnd.Failed<DriftReport> failed) {
                        state.driftProperty().set(null);
                        state.troubleProperty().set("Drift cannot be told: " + failed.sentence());
                    }
                });
    }

    /// Fills the workspace from the demo market, from bars to models.
    public void setUpOnDemo() {
        if (running != null) {
            return;
        }
        state.troubleProperty().set("");
        state.runningProperty().set(true);
        FeedChoice demo = FeedChoice.Demo.standard();
        var watch = new PipelineWatch(events -> {
            // the task's own progress says enough here
        });
        var task = work.start(Job.writing("Set up on the demo market",
                progress -> pipelines.fetch("set-up", demo, feed -> new Setup(pipelines.workspace(), feed, clock)
                        .run(settings, WorkspaceLabelling.of(pipelines.workspace()).labelling(settings.horizon()),
                                false,
                                watch.context(progress)))),
                this::ended);
        running = task;
        state.doneProperty().bind(task.progressProperty());
        state.doingProperty().bind(task.messageProperty());
    }

    /// Stops the set-up; finished stages are kept.
    public void cancel() {
        if (running != null) {
            running.cancel();
        }
    }

    private void ended(WorkEnd<SetupReport> end) {
        running = null;
        state.doneProperty().unbind();
        state.doingProperty().unbind();
        state.runningProperty().set(false);
        switch (end) {
            case WorkEnd.Succeeded<SetupReport>(SetupReport report) -> {
                market.sourceProperty().set(report.download().source());
                notices.done("The workspace is set up: both models are trained.");
            }
            case WorkEnd.Failed<SetupReport> failed -> state.troubleProperty().set(
                    "The set-up stopped: " + failed.sentence() + " What was finished is kept; run it again to go on.");
            case WorkEnd.Cancelled<SetupReport> _ -> state.troubleProperty()
                    .set("The set-up was cancelled. What was finished is kept; run it again to go on.");
        }
        look();
    }
}
