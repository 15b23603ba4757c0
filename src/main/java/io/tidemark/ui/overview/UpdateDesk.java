package io.tidemark.ui.overview;

import io.tidemark.market.DataSource;
import io.tidemark.pipeline.BarFeed;
import io.tidemark.pipeline.FeedChoice;
import io.tidemark.pipeline.MonthlyUpdate;
import io.tidemark.pipeline.PromotionVerdict;
import io.tidemark.pipeline.RecordedUpdate;
import io.tidemark.pipeline.RunContext;
import io.tidemark.pipeline.StageFailure;
import io.tidemark.pipeline.StoredSymbols;
import io.tidemark.pipeline.TrainedRun;
import io.tidemark.pipeline.UpdateReport;
import io.tidemark.pipeline.UpdateWish;
import io.tidemark.pipeline.WorkspaceOverview;
import io.tidemark.ui.screen.MarketStatus;
import io.tidemark.ui.screen.Navigator;
import io.tidemark.ui.screen.Notices;
import io.tidemark.ui.screen.Notices.Problem;
import io.tidemark.ui.screen.Pipelines;
import io.tidemark.ui.screen.ScreenId;
import io.tidemark.ui.task.Job;
import io.tidemark.ui.task.PipelineWatch;
import io.tidemark.ui.task.RunningWork;
import io.tidemark.ui.task.WorkEnd;
import io.tidemark.ui.task.WorkTask;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Runs the monthly update: when a person asks for it, or by itself when it is due and that was chosen.
///
/// Lives as long as its workspace is open, whatever screen is in front. Belongs to the window's thread; the work is
/// done elsewhere and its outcome written to the state.
public final class UpdateDesk {
    private static final String KEPT = "What was stored is kept, and the models in use are whole.";

    private final Pipelines pipelines;
    private final UpdateState state;
    private final RunningWork work;
    private final Shell shell;
    private final MarketStatus market;
    private final Clock clock;
    private @Nullable WorkTask<?> running;
    private @Nullable Problem told;

    /// What an update needs of the window.
    ///
    /// @param notices told how it ended
    /// @param navigator leads to the set-up where there is nothing to update
    /// @param afterwards run after each update, when files may have changed
    public record Shell(Notices notices, Navigator navigator, Runnable afterwards) {}

    /// A desk that has updated nothing yet.
    public UpdateDesk(Pipelines pipelines, UpdateState state, RunningWork work, Shell shell, MarketStatus market,
            Clock clock) {
        this.pipelines = pipelines;
        this.state = state;
        this.work = work;
        this.shell = shell;
        this.market = market;
        this.clock = clock;
    }

    UpdateState state() {
        return state;
    }

    /// Starts an update that is due, if that was chosen and nothing else writes; looks at the workspace to know.
    public void startWhenDue() {
        if (!state.whenDueProperty().get()) {
            return;
        }
        work.start(Job.reading("Look whether the update is due",
                progress -> Freshness.of(WorkspaceOverview.read(pipelines.workspace(), clock, progress),
                        pipelines.workspace(), clock)),
                end -> {
                    if (end instanceof WorkEnd.Succeeded<Optional<Freshness>>(Optional<Freshness> found)
                            && found.filter(Freshness::due).isPresent() && !work.writing().get()) {
                        update();
                    }
                });
    }

    /// Updates, unless that is under way.
    public void update() {
        if (running != null) {
            return;
        }
        takeBack();
        if (work.writing().get()) {
            tell(Problem.of("The update cannot start while other work writes to this workspace.", "",
                    "Wait for that to end, or cancel it in the status bar."));
            return;
        }
        state.outcomeProperty().set("");
        state.runningProperty().set(true);
        FeedChoice chosen = market.choiceProperty().get();
        var watch = new PipelineWatch(events -> {
            // the task's own progress says enough here
        });
        var task = work.start(Job.writing("Monthly update",
                progress -> StoredSymbols.in(pipelines.workspace()).isEmpty()
                        ? Optional.<RecordedUpdate.Kept>empty()
                        : Optional.of(pipelines.fetch("update", feed(chosen),
                                feed -> update(feed, watch.context(progress))))),
                this::ended);
        running = task;
        state.doneProperty().bind(task.progressProperty());
        state.doingProperty().bind(task.messageProperty());
    }

    private RecordedUpdate.Kept update(BarFeed feed, RunContext context) throws StageFailure, IOException {
        var update = new MonthlyUpdate(pipelines.workspace(), feed, clock);
        return new RecordedUpdate(pipelines.workspace(), clock).run(() -> update.run(UpdateWish.usual(), context),
                context);
    }

    /// Bars come from where those of the workspace came from, but from the gateway that is chosen now.
    private FeedChoice feed(FeedChoice chosen) throws IOException {
        Optional<DataSource> source = pipelines.workspace().source();
        return source.filter(present -> chosen instanceof FeedChoice.Demo || !chosen.mayMeet(present))
                .map(present -> FeedChoice.of(present, chosen)).orElse(chosen);
    }

    /// Stops the update; finished stages are kept.
    public void cancel() {
        if (running != null) {
            running.cancel();
        }
    }

    private void ended(WorkEnd<Optional<RecordedUpdate.Kept>> end) {
        running = null;
        state.doneProperty().unbind();
        state.doingProperty().unbind();
        state.runningProperty().set(false);
        switch (end) {
            case WorkEnd.Succeeded<Optional<RecordedUpdate.Kept>>(Optional<RecordedUpdate.Kept> kept) -> kept
                    .ifPresentOrElse(this::updated, this::nothingStored);
            case WorkEnd.Failed<Optional<RecordedUpdate.Kept>> failed -> {
                state.outcomeProperty().set("The last update stopped: " + failed.sentence());
                tell(Problem.of("The update stopped: " + failed.sentence(), KEPT,
                        "See to that and try again: the update goes on where it stopped.")
                        .offering("Retry", this::update).causedBy(failed.cause()));
            }
            case WorkEnd.Cancelled<Optional<RecordedUpdate.Kept>> _ -> state.outcomeProperty()
                    .set("The update was cancelled. " + KEPT + " Update again to go on.");
        }
        shell.afterwards().run();
    }

    private void updated(RecordedUpdate.Kept kept) {
        market.sourceProperty().set(kept.report().download().source());
        state.outcomeProperty().set(words(kept));
        shell.notices().done(kept.report().sentence());
    }

    private void nothingStored() {
        tell(Problem.of("There is nothing to update: this workspace holds no bars yet.", "",
                "Run the set-up first; it downloads the bars and trains both models.")
                .offering("Open the set-up guide", () -> {
                    takeBack();
                    shell.navigator().show(ScreenId.SETUP);
                }));
    }

    private static String words(RecordedUpdate.Kept kept) {
        UpdateReport report = kept.report();
        var models = report.made().stream().flatMap(made -> Stream.of(made.regime(), made.pot()))
                .map(UpdateDesk::verdict);
        return Stream.of(Stream.of(report.sentence()), models, kept.drift().stream(),
                Stream.of("Report: " + kept.page())).flatMap(lines -> lines).collect(Collectors.joining("\n"));
    }

    private static String verdict(TrainedRun<?> trained) {
        PromotionVerdict verdict = trained.promotion();
        return verdict.model().title() + ": " + verdict.sentence();
    }

    private void tell(Problem problem) {
        told = problem;
        shell.notices().problem(problem);
    }

    private void takeBack() {
        if (told != null) {
            shell.notices().solved(told);
            told = null;
        }
    }
}
