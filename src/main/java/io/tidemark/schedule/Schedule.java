package io.tidemark.schedule;

import io.tidemark.workspace.Workspace;
import java.io.IOException;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Sets the monthly update of a workspace up with what the machine has, and takes it away again.
///
/// Every change is first a list of steps that can be shown; the same plan set up twice leaves the same files.
public final class Schedule {
    private final Workspace workspace;
    private final Machine machine;
    private final TidemarkProgram program;
    private final Clock clock;

    /// The schedule of `workspace` on `machine`.
    ///
    /// @param program what is to be run
    /// @param clock tells the time in the machine's zone
    public Schedule(Workspace workspace, Machine machine, TidemarkProgram program, Clock clock) {
        this.workspace = workspace;
        this.machine = machine;
        this.program = program;
        this.clock = clock;
    }

    /// Steps to be shown, and then performed.
    ///
    /// @param scheduler what does it, for a person
    /// @param steps in order
    /// @param note what a person has to know besides
    public record Change(String scheduler, List<ScheduleStep> steps, String note) {
        /// Keeps a copy.
        public Change {
            steps = List.copyOf(steps);
        }
    }

    /// How things stand.
    ///
    /// @param scheduler what does it, for a person; empty when the machine has none
    /// @param installed whether the update is set up
    /// @param next when it runs next; null when it is not set up
    /// @param lastRun the last scheduled update; null when there was none
    public record Status(String scheduler, boolean installed, @Nullable ZonedDateTime next,
            ScheduleBook.@Nullable Ran lastRun) {}

    /// What setting the update up would do.
    ///
    /// @throws IOException when the machine has no scheduler that we know, or cannot be asked
    public Change installing(MonthlyPlan plan) throws IOException {
        Scheduler scheduler = scheduler();
        return new Change(scheduler.title(), scheduler.install(job(plan)), scheduler.note());
    }

    /// What taking the update away would do; nothing when it is not set up.
    ///
    /// @throws IOException when the machine has no scheduler that we know, or cannot be asked
    public Optional<Change> removing() throws IOException {
        Scheduler scheduler = scheduler();
        UpdateJob job = job(MonthlyPlan.usual());
        return scheduler.isInstalled(job)
                ? Optional.of(new Change(scheduler.title(), scheduler.remove(job), ""))
                : Optional.empty();
    }

    /// Sets the update up. Call it under the workspace's lock.
    ///
    /// @throws IOException when a step fails; those before it stay done, and all may be done again
    public void install(MonthlyPlan plan, Change change) throws IOException {
        perform(change);
        ScheduleBook.of(workspace).with(plan, clock).keepIn(workspace);
    }

    /// Takes the update away. Call it under the workspace's lock.
    ///
    /// @throws IOException when a step fails; those before it stay done, and all may be done again
    public void remove(Change change) throws IOException {
        perform(change);
        ScheduleBook.of(workspace).with(null, clock).keepIn(workspace);
    }

    private void perform(Change change) throws IOException {
        for (ScheduleStep step : change.steps()) {
            step.perform(machine.runner());
        }
    }

    /// How things stand.
    ///
    /// @throws IOException when the machine cannot be asked, or the workspace cannot be read
    public Status status() throws IOException {
        ScheduleBook book = ScheduleBook.of(workspace);
        Optional<Scheduler> scheduler = machine.scheduler();
        MonthlyPlan plan = book.plan();
        boolean installed = scheduler.isPresent() && plan != null && scheduler.get().isInstalled(job(plan));
        ZonedDateTime now = clock.instant().atZone(clock.getZone());
        return new Status(scheduler.map(Scheduler::title).orElse(""), installed,
                installed && plan != null ? plan.after(now) : null, book.lastRun());
    }

    private UpdateJob job(MonthlyPlan plan) {
        return UpdateJob.of(workspace.root(), program, plan);
    }

    private Scheduler scheduler() throws IOException {
        return machine.scheduler().orElseThrow(() -> new IOException("This machine has neither a systemd of yours nor "
                + "cron. Have 'tidemark update -w " + workspace.root()
                + " --scheduled' run once a month by what you have."));
    }
}
