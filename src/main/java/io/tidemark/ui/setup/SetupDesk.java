package io.tidemark.ui.setup;

import io.tidemark.market.DataSource;
import io.tidemark.pipeline.FeedChoice;
import io.tidemark.pipeline.PipelineSettings;
import io.tidemark.pipeline.Setup;
import io.tidemark.pipeline.SetupReport;
import io.tidemark.pipeline.WorkspaceLabelling;
import io.tidemark.pipeline.WorkspaceOverview;
import io.tidemark.ui.screen.MarketStatus;
import io.tidemark.ui.screen.Memory;
import io.tidemark.ui.screen.Notices;
import io.tidemark.ui.screen.Pipelines;
import io.tidemark.ui.setup.StageRow.Standing;
import io.tidemark.ui.task.Job;
import io.tidemark.ui.task.PipelineEvent;
import io.tidemark.ui.task.PipelineWatch;
import io.tidemark.ui.task.RunningWork;
import io.tidemark.ui.task.WorkEnd;
import io.tidemark.ui.task.WorkTask;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What can be done in the set-up guide: step on and back, try the source, run, stop.
///
/// Belongs to the window's thread; the work is done elsewhere and its outcome written to the state.
public final class SetupDesk {
    private final Pipelines pipelines;
    private final SetupState state;
    private final RunningWork work;
    private final Notices notices;
    private final MarketStatus market;
    private final Clock clock;
    private final SetupChoices choices;
    private @Nullable WorkTask<?> running;
    private @Nullable WorkTask<?> testing;
    private boolean looked;

    /// A desk with the choices made last.
    ///
    /// @param memory keeps the choices and the step
    public SetupDesk(Pipelines pipelines, SetupState state, RunningWork work, Notices notices, MarketStatus market,
            Memory memory, Clock clock) {
        this.pipelines = pipelines;
        this.state = state;
        this.work = work;
        this.notices = notices;
        this.market = market;
        this.clock = clock;
        choices = new SetupChoices(state, memory, pipelines.workspace().root());
        choices.recall(market.choiceProperty().get(), PipelineSettings.defaults());
    }

    SetupChoices choices() {
        return choices;
    }

    Path folder() {
        return pipelines.workspace().root();
    }

    /// Looks which source is chosen by now and, once, what the workspace has, so that finished steps show as such.
    void look() {
        if (!state.runningProperty().get()) {
            choices.follow(market.choiceProperty().get());
        }
        if (looked) {
            return;
        }
        looked = true;
        work.start(Job.reading("Look at the workspace",
                progress -> WorkspaceOverview.read(pipelines.workspace(), clock, progress)), end -> {
                    if (end instanceof WorkEnd.Succeeded<WorkspaceOverview>(WorkspaceOverview found)) {
                        tell(found);
                    }
                });
    }

    private void tell(WorkspaceOverview found) {
        String models = found.older().map(model -> "both models are trained, last on " + model.lastTrained())
                .orElse("the models are not trained yet");
        state.foundProperty().set(found.bars().isEmpty()
                ? "It holds no bars yet."
                : "It holds bars of %d symbols, %s to %s; %s.".formatted(found.bars().size(),
                        found.firstDate().orElseThrow(), found.lastDate().orElseThrow(), models));
        if (found.older().isPresent()) {
            state.finished().addAll(List.of(SetupStep.values()));
            state.stages().forEach(stage -> stage.finish("made before"));
        }
    }

    /// Why the step cannot be left forwards, or an empty text.
    String blocked() {
        return switch (state.stepProperty().get()) {
            case FOLDER, RULES, DONE -> "";
            case SOURCE -> choices.problemOfSource();
            case SYMBOLS -> choices.problemOfSymbols();
            case RUN -> state.finished().contains(SetupStep.RUN) ? "" : "Run it first, or skip.";
        };
    }

    /// Finishes a step and goes to the next one.
    void next() {
        SetupStep now = state.stepProperty().get();
        if (now == SetupStep.SOURCE) {
            market.choiceProperty().set(choices.feed());
        }
        state.finished().add(now);
        show(now.next());
        if (now == SetupStep.RULES) {
            state.didProperty().set("The run labels the days by the rules as they were left.");
        }
    }

    /// Goes to a step.
    void show(SetupStep step) {
        if (!state.runningProperty().get()) {
            state.didProperty().set("");
            state.troubleProperty().set("");
        }
        state.stepProperty().set(step);
        choices.keep();
    }

    /// Opens the source and closes it again.
    void test() {
        if (testing != null || !choices.problemOfSource().isEmpty()) {
            return;
        }
        FeedChoice choice = choices.feed();
        state.didProperty().set("");
        state.troubleProperty().set("");
        state.testingProperty().set(true);
        testing = work.start(Job.reading("Test the source of bars", progress -> {
            try (var feed = pipelines.feed(choice)) {
                return feed.open(progress);
            }
        }), end -> {
            testing = null;
            state.testingProperty().set(false);
            switch (end) {
                case WorkEnd.Succeeded<DataSource>(DataSource source) -> state.didProperty()
                        .set("It answers: " + source.text() + ".");
                case WorkEnd.Failed<DataSource> failed -> state.troubleProperty().set(failed.sentence());
                case WorkEnd.Cancelled<DataSource> _ -> state.didProperty().set("The test was cancelled.");
            }
        });
    }

    /// Runs everything from bars to models.
    void run() {
        if (running != null || !choices.problemOfSource().isEmpty() || !choices.problemOfSymbols().isEmpty()) {
            return;
        }
        PipelineSettings settings = choices.settings(PipelineSettings.defaults());
        FeedChoice choice = choices.feed();
        market.choiceProperty().set(choice);
        choices.keep();
        state.didProperty().set("");
        state.troubleProperty().set("");
        state.stages().forEach(StageRow::reset);
        state.runningProperty().set(true);
        var watch = new PipelineWatch(this::follow);
        running = work.start(Job.writing("Set-up",
                progress -> pipelines.fetch("set-up", choice, feed -> new Setup(pipelines.workspace(), feed, clock)
                        .run(settings, WorkspaceLabelling.of(pipelines.workspace()).labelling(settings.horizon()),
                                false, watch.context(progress)))),
                this::ended);
    }

    /// Stops the run; finished stages are kept.
    void cancel() {
        if (running != null) {
            running.cancel();
        }
    }

    private void follow(List<PipelineEvent> events) {
        for (PipelineEvent event : events) {
            switch (event) {
                case PipelineEvent.Started(var stage) -> state.stage(stage).begin();
                case PipelineEvent.Went(var stage, var done, var total, var message) -> state.stage(stage).go(done,
                        total, message);
                case PipelineEvent.Finished(var stage, var time) -> state.stage(stage)
                        .finish("%.1f s".formatted(time.seconds()));
                case PipelineEvent.Round(var stage, var phase, var round, var training, var validation) -> state
                        .stage(stage).messageProperty().set(phase + ", round " + round);
                case PipelineEvent.OfSymbol(var step) -> state.stages().getFirst().messageProperty()
                        .set(step.symbol() + " " + step.message());
                case PipelineEvent.Noticed(var text) -> state.didProperty().set(text);
            }
        }
    }

    private void ended(WorkEnd<SetupReport> end) {
        running = null;
        state.runningProperty().set(false);
        switch (end) {
            case WorkEnd.Succeeded<SetupReport>(SetupReport report) -> succeeded(report);
            case WorkEnd.Failed<SetupReport> failed -> {
                state.stages().forEach(row -> row.stop(Standing.FAILED));
                state.troubleProperty().set(failed.sentence() + " Finished stages are kept; run again to go on.");
            }
            case WorkEnd.Cancelled<SetupReport> _ -> {
                state.stages().forEach(row -> row.stop(Standing.CANCELLED));
                state.didProperty().set("Cancelled. Finished stages are kept; run again to go on.");
            }
        }
    }

    private void succeeded(SetupReport report) {
        market.sourceProperty().set(report.download().source());
        state.finished().addAll(List.of(SetupStep.FOLDER, SetupStep.SOURCE, SetupStep.SYMBOLS, SetupStep.RULES,
                SetupStep.RUN));
        choices.keep();
        state.didProperty()
                .set("%,d days and %,d options are labelled. Regime accuracy %.3f, touch R² %.3f, both on later data."
                        .formatted(report.regimes().manifest().rows(), report.options().manifest().rows(),
                                report.regime().evaluation().honest().accuracy(), fit(report)));
        notices.done("The workspace is set up: both models are trained.");
    }

    private static double fit(SetupReport report) {
        Double r2 = report.pot().evaluation().honest().model().r2();
        return r2 == null ? Double.NaN : r2;
    }
}
