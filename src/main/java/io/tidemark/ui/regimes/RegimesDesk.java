package io.tidemark.ui.regimes;

import io.tidemark.pipeline.LabelledDays;
import io.tidemark.pipeline.RegimeAudit;
import io.tidemark.pipeline.WorkspaceLabelling;
import io.tidemark.regime.Regime;
import io.tidemark.regime.RegimeMark;
import io.tidemark.regime.RegimeMarks;
import io.tidemark.regime.RegimeThreshold;
import io.tidemark.regime.RegimeThresholds;
import io.tidemark.ui.regimes.RegimesState.Phase;
import io.tidemark.ui.screen.Notices;
import io.tidemark.ui.screen.Notices.Problem;
import io.tidemark.ui.task.Job;
import io.tidemark.ui.task.LatestWins;
import io.tidemark.ui.task.RunningWork;
import io.tidemark.ui.task.WorkEnd;
import io.tidemark.ui.task.WorkTask;
import io.tidemark.workspace.Workspace;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What can be done on the regimes pane: read, try thresholds, apply them, mark days and take marks back.
///
/// Belongs to the window's thread; the work is done elsewhere and its outcome written to the state.
public final class RegimesDesk {
    private static final String NOTHING_LOST = "Rules and marks are as they were.";

    private final Workspace workspace;
    private final RegimesState state;
    private final RunningWork work;
    private final Notices notices;
    private final Clock clock;
    private final LatestWins<Question, LabelledDays> relabel;
    private @Nullable WorkTask<?> reading;
    private @Nullable WorkTask<?> writing;
    private @Nullable LocalDate wanted;
    private List<LocalDate> tourWanted = List.of();
    private String tourTitle = "";

    /// @param workspace the open workspace
    /// @param quick where days are labelled while a slider moves
    /// @param clock tells when a mark was made
    public RegimesDesk(Workspace workspace, RegimesState state, RunningWork work, Executor quick, Notices notices,
            Clock clock) {
        this.workspace = workspace;
        this.state = state;
        this.work = work;
        this.notices = notices;
        this.clock = clock;
        relabel = new LatestWins<>(quick, question -> question.audit.label(question.thresholds),
                days -> state.daysProperty().set(days));
    }

    private record Question(RegimeAudit audit, RegimeThresholds thresholds) {}

    /// What was read; null when there is nothing to read.
    private record Found(@Nullable RegimeAudit audit) {}

    /// Reads the days, unless that is under way; what did not change stays as it is shown.
    public void read() {
        if (reading != null) {
            return;
        }
        reading = work.start(Job.reading("Read labelled days", progress -> new Found(
                RegimeAudit.isPossible(workspace) ? RegimeAudit.read(workspace, progress) : null)), this::readEnded);
    }

    private void readEnded(WorkEnd<Found> end) {
        reading = null;
        switch (end) {
            case WorkEnd.Succeeded<Found>(Found found) -> take(found.audit());
            case WorkEnd.Failed<Found> failed -> {
                state.troubleProperty().set(failed.sentence());
                state.phaseProperty().set(Phase.FAILED);
            }
            case WorkEnd.Cancelled<Found>() -> {
                if (state.auditProperty().get() == null) {
                    state.troubleProperty().set("Reading the days was cancelled.");
                    state.phaseProperty().set(Phase.FAILED);
                }
            }
        }
    }

    private void take(@Nullable RegimeAudit audit) {
        RegimeAudit before = state.auditProperty().get();
        if (audit == null) {
            state.phaseProperty().set(Phase.EMPTY);
        } else {
            if (before == null || !audit.isSame(before)) {
                show(audit, before);
            }
            state.phaseProperty().set(Phase.READY);
            if (wanted != null) {
                goTo(wanted);
            }
            if (!tourWanted.isEmpty()) {
                beginTour();
            }
        }
    }

    private void show(RegimeAudit audit, @Nullable RegimeAudit before) {
        boolean draftKept = state.dirty().get();
        int[] days = audit.spy().epochDays();
        if (before == null || !Arrays.equals(days, before.spy().epochDays())) {
            state.window().setDays(days);
        }
        state.auditProperty().set(audit);
        if (!draftKept) {
            state.draftProperty().set(audit.applied().rules().thresholds());
        }
        state.daysProperty().set(audit.label(state.draftProperty().get()));
    }

    /// Tries a threshold at a value, or as near to it as the others allow.
    public void propose(RegimeThreshold threshold, double value) {
        propose(threshold.set(state.draftProperty().get(), value));
    }

    /// Tries thresholds; nothing is applied.
    public void propose(RegimeThresholds thresholds) {
        RegimeAudit audit = state.auditProperty().get();
        if (audit != null && !thresholds.equals(state.draftProperty().get())) {
            state.draftProperty().set(thresholds);
            relabel.ask(new Question(audit, thresholds));
        }
    }

    /// Goes back to the thresholds in force.
    public void revert() {
        RegimeAudit audit = state.auditProperty().get();
        if (audit != null) {
            propose(audit.applied().rules().thresholds());
        }
    }

    /// Puts the thresholds that are being tried in force.
    public void apply() {
        RegimeThresholds draft = state.draftProperty().get();
        int changed = Objects.requireNonNull(state.daysProperty().get()).changed();
        write("Apply regime rules", () -> {
            WorkspaceLabelling.of(workspace).apply(draft);
            return draft;
        }, applied -> {
            change(current().with(applied));
            notices.done("Rules applied, %,d days changed. Prepare and train again to learn from them."
                    .formatted(changed));
        });
    }

    /// Marks days.
    ///
    /// @param regime in place of the rules' answer; null only flags them
    /// @param then called once the mark is kept, not when that failed
    public void mark(LocalDate first, LocalDate last, @Nullable Regime regime, String note, Runnable then) {
        var mark = new RegimeMark(first, last, regime, note, clock.instant());
        write("Mark days", () -> WorkspaceLabelling.of(workspace).add(mark), marks -> {
            marked(marks);
            then.run();
        });
    }

    /// Takes a mark back.
    public void unmark(RegimeMark mark) {
        write("Take a mark back", () -> WorkspaceLabelling.of(workspace).remove(mark), this::marked);
    }

    private void marked(RegimeMarks marks) {
        change(current().with(marks));
    }

    private RegimeAudit current() {
        return Objects.requireNonNull(state.auditProperty().get(), "days are there before they are changed");
    }

    private void change(RegimeAudit audit) {
        state.auditProperty().set(audit);
        state.daysProperty().set(audit.label(state.draftProperty().get()));
    }

    /// What writes a file and gives what it then holds.
    @FunctionalInterface
    private interface Writing<T> {
        T write() throws Exception;
    }

    private <T> void write(String title, Writing<T> change, Consumer<T> then) {
        if (writing != null) {
            return; // buttons are off meanwhile; this is for a key pressed twice
        }
        state.writingProperty().set(true);
        writing = work.start(Job.writing(title, progress -> change.write()), end -> {
            writing = null;
            state.writingProperty().set(false);
            switch (end) {
                case WorkEnd.Succeeded<T>(T value) -> then.accept(value);
                case WorkEnd.Failed<T> failed -> notices.problem(Problem.of(title + " failed: " + failed.sentence(),
                        NOTHING_LOST, "Try again when the cause is gone.").causedBy(failed.cause()));
                case WorkEnd.Cancelled<T>() -> state.messageProperty().set("Cancelled. " + NOTHING_LOST);
            }
        });
    }

    /// Shows a day, now or as soon as the days are read.
    public void goTo(LocalDate date) {
        wanted = null;
        if (state.phaseProperty().get() != Phase.READY) {
            wanted = date;
            return;
        }
        int day = state.window().indexAtOrBefore(date);
        select(Math.max(0, day), "");
        if (day < 0 || !state.window().day(day).equals(date)) {
            state.messageProperty()
                    .set(date + " is no session here; showing " + state.window().day(Math.max(0, day)) + ".");
        }
    }

    /// Goes to where another regime begins.
    public void goToChange(boolean forward) {
        LabelledDays days = state.daysProperty().get();
        if (days != null) {
            select(days.changeFrom(state.currentDay(), forward), "No " + which(forward) + " change of regime.");
        }
    }

    /// Goes to the next day on which the model says something else.
    public void goToDisagreement(boolean forward) {
        LabelledDays days = state.daysProperty().get();
        if (days != null) {
            String none = current().opinion() == null
                    ? "There is no regime model yet: train one to compare it with the labels."
                    : "No " + which(forward) + " day on which model and label differ.";
            select(current().disagreementFrom(state.currentDay(), forward, days), none);
        }
    }

    /// Takes days to step through and shows the first.
    public void tour(String title, List<LocalDate> days) {
        tourWanted = List.copyOf(days);
        tourTitle = title;
        if (state.phaseProperty().get() == Phase.READY) {
            beginTour();
        }
    }

    private void beginTour() {
        List<Integer> found = tourWanted.stream().map(state.window()::indexAtOrBefore).filter(day -> day >= 0)
                .distinct().sorted().toList();
        tourWanted = List.of();
        state.setTour(tourTitle, found);
        if (!found.isEmpty()) {
            select(found.getFirst(), "");
        }
    }

    /// Goes to the next day of the tour.
    public void goOnTour(boolean forward) {
        int from = state.currentDay();
        int next = forward
                ? state.tour().stream().mapToInt(each -> each).filter(each -> each > from).findFirst().orElse(-1)
                : state.tour().stream().mapToInt(each -> each).filter(each -> each < from).max().orElse(-1);
        select(next, "No " + which(forward) + " day: " + state.tourTitleProperty().get());
    }

    private static String which(boolean forward) {
        return forward ? "later" : "earlier";
    }

    /// Moves the crosshair by sessions.
    public void step(int sessions) {
        if (state.window().size() > 0) {
            int day = Math.clamp(state.currentDay() + sessions, 0, state.window().size() - 1);
            state.window().hoveredProperty().set(day);
            state.window().reveal(day);
            state.messageProperty().set("");
        }
    }

    /// Selects a day and brings it into sight, or says why there is none.
    ///
    /// @param day index, or -1
    public void select(int day, String otherwise) {
        if (day < 0 || day >= state.window().size()) {
            state.messageProperty().set(otherwise);
            return;
        }
        state.messageProperty().set("");
        state.window().hoveredProperty().set(day);
        state.window().selectedProperty().set(day);
        state.window().reveal(day);
    }
}
