package io.tidemark.ui.setup;

import io.tidemark.pipeline.LabelledDays;
import io.tidemark.pipeline.RegimeAudit;
import io.tidemark.pipeline.WorkspaceLabelling;
import io.tidemark.regime.RegimeThreshold;
import io.tidemark.regime.RegimeThresholds;
import io.tidemark.ui.task.Job;
import io.tidemark.ui.task.LatestWins;
import io.tidemark.ui.task.RunningWork;
import io.tidemark.ui.task.WorkEnd;
import io.tidemark.workspace.Workspace;
import java.io.IOException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// What can be done with the regime rules in the guide: see what they label, try others, put them in force.
///
/// Belongs to the window's thread; the work is done elsewhere and its outcome written to the state.
public final class RulesDesk {
    private final Workspace workspace;
    private final SetupState state;
    private final RunningWork work;
    private final LatestWins<Question, LabelledDays> relabel;
    private @Nullable RegimeAudit audit;
    private boolean busy;

    /// @param workspace the open workspace
    /// @param quick where days are labelled while a slider moves
    public RulesDesk(Workspace workspace, SetupState state, RunningWork work, Executor quick) {
        this.workspace = workspace;
        this.state = state;
        this.work = work;
        relabel = new LatestWins<>(quick, question -> question.audit.label(question.thresholds),
                days -> state.daysProperty().set(days));
    }

    private record Question(RegimeAudit audit, RegimeThresholds thresholds) {}

    /// What was read.
    ///
    /// @param audit null while there are no bars to label
    private record Found(RegimeThresholds inForce, @Nullable RegimeAudit audit) {}

    /// Reads the rules in force, and the bars if there are any.
    void look() {
        if (busy) {
            return;
        }
        busy = true;
        work.start(Job.reading("Read the regime rules",
                progress -> new Found(WorkspaceLabelling.of(workspace).thresholds(),
                        RegimeAudit.isPossible(workspace) ? RegimeAudit.read(workspace, progress) : null)),
                end -> {
                    busy = false;
                    switch (end) {
                        case WorkEnd.Succeeded<Found>(Found found) -> take(found);
                        case WorkEnd.Failed<Found> failed -> state.troubleProperty()
                                .set(failed.sentence() + " Mend or remove that file, then come back to this step.");
                        case WorkEnd.Cancelled<Found> _ -> state.didProperty().set("Reading was cancelled.");
                    }
                });
    }

    private void take(Found found) {
        boolean draftKept = state.rulesChanged().get();
        audit = found.audit();
        state.rulesProperty().set(found.inForce());
        if (!draftKept) {
            state.draftProperty().set(found.inForce());
        }
        ask();
    }

    private void ask() {
        if (audit != null) {
            relabel.ask(new Question(audit, state.draftProperty().get()));
        }
    }

    /// Tries a threshold at a value, or as near to it as the others allow.
    void propose(RegimeThreshold threshold, double value) {
        propose(threshold.set(state.draftProperty().get(), value));
    }

    /// Tries thresholds; nothing is applied.
    void propose(RegimeThresholds thresholds) {
        if (!thresholds.equals(state.draftProperty().get())) {
            state.draftProperty().set(thresholds);
            ask();
        }
    }

    /// Puts the thresholds that are being tried in force, if they are others.
    ///
    /// @param then called once they are
    void apply(Runnable then) {
        if (!state.rulesChanged().get()) {
            then.run();
            return;
        }
        if (busy) {
            return;
        }
        busy = true;
        RegimeThresholds wanted = state.draftProperty().get();
        work.start(Job.writing("Apply the regime rules", progress -> write(wanted)), end -> {
            busy = false;
            switch (end) {
                case WorkEnd.Succeeded<RegimeThresholds>(RegimeThresholds inForce) -> {
                    state.rulesProperty().set(inForce);
                    then.run();
                }
                case WorkEnd.Failed<RegimeThresholds> failed -> state.troubleProperty()
                        .set(failed.sentence() + " The rules are as they were; try again when the cause is gone.");
                case WorkEnd.Cancelled<RegimeThresholds> _ -> state.didProperty()
                        .set("Cancelled. The rules are as they were.");
            }
        });
    }

    private RegimeThresholds write(RegimeThresholds wanted) throws IOException {
        WorkspaceLabelling.of(workspace).apply(wanted);
        return wanted;
    }
}
