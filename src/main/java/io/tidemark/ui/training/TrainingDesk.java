package io.tidemark.ui.training;

import io.tidemark.model.ModelKind;
import io.tidemark.pipeline.LeakCheck;
import io.tidemark.pipeline.LeakReport;
import io.tidemark.pipeline.Retraining;
import io.tidemark.pipeline.RunHistory;
import io.tidemark.pipeline.RunRow;
import io.tidemark.pipeline.Stage;
import io.tidemark.pipeline.StoredSymbols;
import io.tidemark.pipeline.TrainedRun;
import io.tidemark.ui.screen.Notices;
import io.tidemark.ui.screen.Notices.Problem;
import io.tidemark.ui.screen.Pipelines;
import io.tidemark.ui.task.Job;
import io.tidemark.ui.task.PipelineEvent;
import io.tidemark.ui.task.PipelineWatch;
import io.tidemark.ui.task.RunningWork;
import io.tidemark.ui.task.WorkEnd;
import io.tidemark.ui.task.WorkTask;
import io.tidemark.ui.training.TrainingState.Phase;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What can be done on the training pane: read runs, show one, train, cancel, check for leaks.
///
/// Belongs to the window's thread; the work is done elsewhere and its outcome written to the state.
public final class TrainingDesk {
    private final Pipelines pipelines;
    private final TrainingState state;
    private final RunningWork work;
    private final Notices notices;
    private final Clock clock;
    private final LiveCurves live = new LiveCurves();
    private @Nullable WorkTask<?> reading;
    private @Nullable WorkTask<?> training;
    private @Nullable WorkTask<?> checking;
    private String wanted = "";
    private boolean trainOnceRead;
    private boolean closed;

    /// @param clock dates the runs
    public TrainingDesk(Pipelines pipelines, TrainingState state, RunningWork work, Notices notices, Clock clock) {
        this.pipelines = pipelines;
        this.state = state;
        this.work = work;
        this.notices = notices;
        this.clock = clock;
    }

    /// What was read.
    ///
    /// @param rows all runs, the newest first
    /// @param bars whether there are bars to train on
    private record Found(List<RunRow> rows, boolean bars) {}

    /// Reads the runs, unless that is under way.
    public void read() {
        if (reading != null || closed) {
            return;
        }
        var history = new RunHistory(pipelines.workspace(), clock);
        reading = work.start(Job.reading("Read runs", progress -> new Found(RunRow.newestFirst(history.entries()),
                !StoredSymbols.in(pipelines.workspace()).isEmpty())), this::readEnded);
    }

    private void readEnded(WorkEnd<Found> end) {
        reading = null;
        switch (end) {
            case WorkEnd.Succeeded<Found>(Found found) -> take(found);
            case WorkEnd.Failed<Found> failed -> fail(failed.sentence());
            case WorkEnd.Cancelled<Found> _ -> {
                if (state.phaseProperty().get() == Phase.READING) {
                    fail("Reading the runs was cancelled.");
                }
            }
        }
    }

    private void fail(String sentence) {
        state.troubleProperty().set(sentence);
        state.phaseProperty().set(Phase.FAILED);
    }

    private void take(Found found) {
        if (!found.rows().equals(state.runs())) {
            state.runs().setAll(found.rows());
        }
        state.phaseProperty().set(found.rows().isEmpty() && !found.bars() ? Phase.EMPTY : Phase.READY);
        ShownRun shown = state.shownProperty().get();
        if (!wanted.isEmpty()) {
            find(wanted);
        } else if (shown == null || state.runs().stream().noneMatch(row -> row.equals(shown.row()))) {
            showNewest();
        }
        if (trainOnceRead) {
            trainOnceRead = false;
            train();
        }
    }

    /// Shows another model with its newest run.
    public void showModel(ModelKind model) {
        if (model != state.modelProperty().get()) {
            state.modelProperty().set(model);
            showNewest();
        }
    }

    private void showNewest() {
        List<RunRow> rows = state.runsOfModel();
        if (rows.isEmpty()) {
            show((ShownRun) null);
        } else {
            show(rows.getFirst());
        }
    }

    /// Shows the run of that id, now or as soon as the runs are read.
    ///
    /// @param id as [RunRow#id] gives it
    public void find(String id) {
        Optional<RunRow> found = state.runs().stream().filter(row -> row.id().equals(id)).findFirst();
        wanted = found.isPresent() ? "" : id;
        found.ifPresent(this::show);
    }

    /// Shows a run: its figures are read from its folder.
    public void show(RunRow row) {
        state.modelProperty().set(row.model());
        work.start(Job.reading("Read run " + row.run().number(), progress -> ShownRun.read(row)), end -> {
            if (row.model() != state.modelProperty().get()) {
                return; // another model was asked for meanwhile
            }
            switch (end) {
                case WorkEnd.Succeeded<ShownRun>(ShownRun run) -> show(run);
                case WorkEnd.Failed<ShownRun> failed -> {
                    state.troubleProperty().set(failed.sentence());
                    show((ShownRun) null);
                }
                case WorkEnd.Cancelled<ShownRun> _ -> {
                    // what was shown stays
                }
            }
        });
    }

    private void show(@Nullable ShownRun run) {
        if (run != null) {
            state.troubleProperty().set("");
        }
        state.findings().clear();
        state.checkedProperty().set("");
        state.shownProperty().set(run);
        if (!state.trainingProperty().get()) {
            state.curvesProperty().set(run == null ? List.of() : run.curves());
        }
    }

    /// Trains the chosen models with the parameters as typed.
    public void train() {
        if (training != null || work.writing().get() || !state.ready().get()
                || state.phaseProperty().get() != Phase.READY) {
            return;
        }
        var wish = new Retraining.Wish(
                wish(ModelKind.REGIME_CLASSIFIER).map(ParameterSheet::regimeOptions),
                wish(ModelKind.PROBABILITY_OF_TOUCH).map(ParameterSheet::potOptions), state.policyProperty().get());
        live.clear();
        state.curvesProperty().set(List.of());
        state.messageProperty().set("");
        state.doneProperty().set(-1);
        state.trainingProperty().set(true);
        var watch = new PipelineWatch(this::follow);
        training = work.start(Job.<List<TrainedRun<?>>>writing("Train " + names(), progress -> pipelines.write("train",
                () -> new Retraining(pipelines.workspace(), clock).run(wish, watch.context(progress)))), this::ended);
    }

    /// Trains as [TrainingDesk#train], or as soon as the runs are read: for a shortcut that also opens the screen.
    public void retrain() {
        if (state.phaseProperty().get() == Phase.READING) {
            trainOnceRead = true;
        } else {
            train();
        }
    }

    private Optional<ParameterSheet> wish(ModelKind model) {
        return state.wantedProperty(model).get() ? Optional.of(state.sheet(model)) : Optional.empty();
    }

    private String names() {
        return List.of(ModelKind.values()).stream().filter(each -> state.wantedProperty(each).get())
                .map(each -> each.title().toLowerCase(Locale.ROOT)).collect(Collectors.joining(" and "));
    }

    /// Stops the training.
    public void cancel() {
        if (training != null) {
            training.cancel();
        }
    }

    private void follow(List<PipelineEvent> events) {
        boolean grown = false;
        for (PipelineEvent event : events) {
            switch (event) {
                case PipelineEvent.Started(var stage) -> begin(stage);
                case PipelineEvent.Went(var stage, var done, var total, var text) -> {
                    state.doneProperty().set(total > 0 ? (double) done / total : -1);
                    state.messageProperty().set(stage.title() + ": " + text);
                }
                case PipelineEvent.Round(var stage, var phase, var round, var loss, var validation) -> {
                    live.add(phase, loss, validation);
                    grown = true;
                }
                case PipelineEvent.Finished _,PipelineEvent.OfSymbol _,PipelineEvent.Noticed _ -> {
                    // the runs tell it better
                }
            }
        }
        if (grown && state.trainingProperty().get()) {
            state.curvesProperty().set(live.curves());
        }
    }

    private void begin(Stage stage) {
        state.messageProperty().set(stage.title());
        if (stage == Stage.TRAIN_REGIME || stage == Stage.TRAIN_POT) {
            live.clear();
            state.modelProperty().set(stage == Stage.TRAIN_REGIME
                    ? ModelKind.REGIME_CLASSIFIER
                    : ModelKind.PROBABILITY_OF_TOUCH);
        }
    }

    private void ended(WorkEnd<List<TrainedRun<?>>> end) {
        training = null;
        state.trainingProperty().set(false);
        switch (end) {
            case WorkEnd.Succeeded<List<TrainedRun<?>>>(List<TrainedRun<?>> kept) -> {
                String verdicts = kept.stream()
                        .map(each -> each.run().model().title() + ": " + each.promotion().sentence())
                        .collect(Collectors.joining(" "));
                state.messageProperty().set(verdicts);
                notices.done("Trained " + names() + ".");
                wanted = RunRow.id(kept.getLast().run());
            }
            case WorkEnd.Failed<List<TrainedRun<?>>> failed -> {
                state.messageProperty().set(failed.sentence());
                notices.problem(Problem.of("Training failed: " + failed.sentence(),
                        "Finished runs and the models in use are as they were.",
                        "Change the parameters or the data and train again.").causedBy(failed.cause()));
            }
            case WorkEnd.Cancelled<List<TrainedRun<?>>> _ -> state.messageProperty()
                    .set("Cancelled. Finished runs and the models in use are as they were.");
        }
        backToStored();
    }

    private void backToStored() {
        state.shownProperty().set(null);
        state.curvesProperty().set(List.of());
        read();
    }

    /// Looks for leaks in the run shown.
    public void check() {
        ShownRun shown = state.shownProperty().get();
        if (checking != null || shown == null) {
            return;
        }
        state.findings().clear();
        state.checkedProperty().set("");
        state.checkingProperty().set(true);
        var watch = new PipelineWatch(events -> {});
        checking = work.start(Job.reading("Check run " + shown.row().run().number() + " for leaks",
                progress -> new LeakCheck(pipelines.workspace(), clock).of(shown.row().run(), watch.context(progress))),
                end -> checkEnded(end, shown));
    }

    private void checkEnded(WorkEnd<LeakReport> end, ShownRun of) {
        checking = null;
        state.checkingProperty().set(false);
        ShownRun now = state.shownProperty().get();
        if (now == null || !now.row().id().equals(of.row().id())) {
            return; // another run is shown by now
        }
        switch (end) {
            case WorkEnd.Succeeded<LeakReport>(LeakReport report) -> {
                state.findings().setAll(report.findings());
                long failed = report.findings().stream().filter(each -> !each.passed()).count();
                state.checkedProperty().set(failed == 0
                        ? "Run %d: nothing leaked.".formatted(report.run())
                        : "Run %d: %d of %d questions are not answered as they should be.".formatted(report.run(),
                                failed, report.findings().size()));
            }
            case WorkEnd.Failed<LeakReport> failed -> state.checkedProperty().set(failed.sentence());
            case WorkEnd.Cancelled<LeakReport> _ -> state.checkedProperty().set("The check was cancelled.");
        }
    }

    /// Stops the leak check.
    public void cancelCheck() {
        if (checking != null) {
            checking.cancel();
        }
    }

    /// Starts nothing more: the screen goes away.
    void close() {
        closed = true;
    }
}
