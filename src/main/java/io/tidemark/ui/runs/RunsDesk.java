package io.tidemark.ui.runs;

import io.tidemark.pipeline.RunComparison;
import io.tidemark.pipeline.RunEvaluations;
import io.tidemark.pipeline.RunHistory;
import io.tidemark.pipeline.RunRow;
import io.tidemark.training.LearningCurve;
import io.tidemark.ui.runs.RunsState.Phase;
import io.tidemark.ui.screen.Notices;
import io.tidemark.ui.screen.Notices.Problem;
import io.tidemark.ui.task.Job;
import io.tidemark.ui.task.RunningWork;
import io.tidemark.ui.task.WorkEnd;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What can be done on the runs pane: read the runs, choose one or two.
///
/// Belongs to the window's thread; runs are read elsewhere.
public final class RunsDesk {
    private final RunHistory history;
    private final RunsState state;
    private final RunningWork work;
    private final Notices notices;
    private final Map<RunRow, LearningCurve> known = new HashMap<>();
    private boolean reading;
    private boolean again;
    private String wanted = "";

    /// @param history the runs of the open workspace
    public RunsDesk(RunHistory history, RunsState state, RunningWork work, Notices notices) {
        this.history = history;
        this.state = state;
        this.work = work;
        this.notices = notices;
    }

    /// Reads the runs; what did not change stays as it is shown.
    public void read() {
        if (reading) {
            again = true; // a run may have been kept since that reading began
            return;
        }
        reading = true;
        work.start(Job.reading("Read runs", progress -> RunRow.newestFirst(history.entries())), this::ended);
    }

    private void ended(WorkEnd<List<RunRow>> end) {
        reading = false;
        switch (end) {
            case WorkEnd.Succeeded<List<RunRow>>(List<RunRow> rows) -> take(rows);
            case WorkEnd.Failed<List<RunRow>> failed -> fail(failed.sentence());
            case WorkEnd.Cancelled<List<RunRow>>() -> {
                if (state.phaseProperty().get() == Phase.READING) {
                    fail("Reading the runs was cancelled.");
                }
            }
        }
        if (again) {
            again = false;
            read();
        }
    }

    private void fail(String sentence) {
        state.troubleProperty().set(sentence);
        state.phaseProperty().set(Phase.FAILED);
    }

    private void take(List<RunRow> rows) {
        if (!rows.equals(state.runs())) {
            state.runs().setAll(rows);
            state.ticked().removeIf(row -> !rows.contains(row));
            showCurves();
        }
        state.phaseProperty().set(rows.isEmpty() ? Phase.EMPTY : Phase.READY);
        if (!wanted.isEmpty()) {
            find(wanted);
        }
    }

    /// Chooses the run of that id, now or as soon as the runs are read.
    ///
    /// @param id as [RunRow#id] gives it
    public void find(String id) {
        Optional<RunRow> found = state.runs().stream().filter(row -> row.id().equals(id)).findFirst();
        wanted = found.isPresent() ? "" : id;
        found.ifPresent(row -> {
            state.onlyProperty().set(Optional.empty());
            choose(List.of(row));
        });
    }

    /// Asks for the learning curve of a run, or no longer; asking for more than [RunsState#MOST_CURVES] does nothing.
    public void tick(RunRow row, boolean on) {
        if (!on) {
            state.ticked().remove(row);
            showCurves();
        } else if (state.ticked().size() < RunsState.MOST_CURVES && state.ticked().add(row)) {
            if (known.containsKey(row)) {
                showCurves();
            } else {
                readCurve(row);
            }
        }
    }

    private void readCurve(RunRow row) {
        work.start(Job.reading("Read run " + row.run().number(), progress -> RunEvaluations.curve(row.run())), end -> {
            switch (end) {
                case WorkEnd.Succeeded<LearningCurve>(LearningCurve curve) -> known.put(row, curve);
                case WorkEnd.Failed<LearningCurve> failed -> {
                    state.ticked().remove(row);
                    notices.problem(Problem.of("The curves of run " + row.run().number() + " cannot be read: "
                            + failed.sentence(), "", "Train again."));
                }
                case WorkEnd.Cancelled<LearningCurve> _ -> state.ticked().remove(row);
            }
            showCurves();
        });
    }

    private void showCurves() {
        state.curvesProperty().set(state.ticked().stream()
                .flatMap(row -> Stream.ofNullable(known.get(row)).map(curve -> new RunsState.Curve(row, curve)))
                .toList());
    }

    /// Chooses runs; one is shown alone, two are compared.
    public void choose(List<RunRow> rows) {
        state.chosen().setAll(rows);
        List<RunRow> byAge = state.chosenByAge();
        state.comparisonProperty().set(switch (byAge.size()) {
            case 1 -> Optional.of(RunComparison.alone(byAge.getFirst().run()));
            case 2 -> Optional.of(RunComparison.of(byAge.getFirst().run(), byAge.getLast().run()));
            default -> Optional.empty();
        });
    }
}
