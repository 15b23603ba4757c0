package io.tidemark.cli;

import io.tidemark.schedule.Machine;
import io.tidemark.schedule.MonthlyPlan;
import io.tidemark.schedule.Schedule;
import io.tidemark.schedule.ScheduleStep;
import io.tidemark.schedule.TidemarkProgram;
import io.tidemark.storage.Json;
import io.tidemark.wiring.Application;
import java.io.IOException;
import java.io.PrintStream;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Has the monthly update run by itself, with what the machine has for that.
@Command(name = "schedule", mixinStandardHelpOptions = true,
        description = {
                "Has the system run the monthly update by itself.",
                "With systemd or cron, launchd, or the Task Scheduler."},
        subcommands = {ScheduleCommand.Install.class, ScheduleCommand.Status.class, ScheduleCommand.Remove.class},
        footer = {
                "",
                "Examples:",
                "  Show what would be written, and change nothing:",
                "    tidemark schedule install --dry-run",
                "  See whether it is set up, and how the last run ended:",
                "    tidemark schedule status"})
final class ScheduleCommand implements Callable<Integer> {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT)
            .withZone(ZoneId.systemDefault());

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Say what: install, status or remove");
    }

    private static Schedule of(Application held) {
        return new Schedule(held.workspace(), Machine.here(), TidemarkProgram.ofThisProcess(),
                held.clock().withZone(ZoneId.systemDefault()));
    }

    /// How a change is shown, and whether it is made.
    private static final class Doing {
        @Option(names = "--dry-run", description = "Only show what would be done.")
        private boolean dryRun;

        @Option(names = {"-y", "--yes"}, description = "Do not ask.")
        private boolean yes;

        /// Shows the steps, and asks where a person can answer.
        boolean agreed(Schedule.Change change, Terminal terminal, PrintStream out) {
            out.println("With " + change.scheduler() + ":");
            for (ScheduleStep step : change.steps()) {
                out.println("  " + step.words());
            }
            if (dryRun || yes || !terminal.interactive()) {
                return !dryRun;
            }
            return terminal.agrees("Do this?");
        }
    }

    /// What was done.
    ///
    /// @param scheduler what runs the update
    /// @param done whether the steps were done
    /// @param steps in words
    /// @param sentence for a person
    private record Outcome(String scheduler, boolean done, List<String> steps, String sentence) {
        static Outcome of(Schedule.Change change, boolean done, String sentence) {
            return new Outcome(change.scheduler(), done,
                    change.steps().stream().map(ScheduleStep::words).toList(),
                    done ? sentence : "Nothing was changed.");
        }
    }

    /// Sets it up.
    @Command(name = "install", mixinStandardHelpOptions = true,
            description = "Sets the monthly update up, showing what is written before it is.",
            footer = {
                    "",
                    "Examples:",
                    "  On the third of each month at seven in the evening:",
                    "    tidemark schedule install -w ~/tidemark --day 3 --time 19:00",
                    "  Show what would be written, and change nothing:",
                    "    tidemark schedule install --dry-run"})
    static final class Install implements Callable<Integer> {
        private final Terminal terminal;

        @Spec
        @SuppressWarnings("NullAway.Init") // picocli fills it in
        private CommandSpec spec;

        @Mixin
        private final WorkspaceOption workspace = new WorkspaceOption();
        @Mixin
        private final Doing doing = new Doing();

        @Option(names = "--day", paramLabel = "N", defaultValue = "2",
                description = "Day of the month, 1 to 28 (default: ${DEFAULT-VALUE}).")
        private int day = 2;

        @Option(names = "--time", paramLabel = "HH:MM", defaultValue = "18:30",
                description = "Local time on that day (default: ${DEFAULT-VALUE}). TWS has to run then.")
        private @Nullable LocalTime time;

        Install(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            MonthlyPlan plan = plan();
            return new JobRunner(terminal, workspace, "schedule install").run(
                    (held, context) -> install(of(held), plan),
                    new JobRunner.Shown<>(Json::tree, outcome -> terminal.out().println(outcome.sentence())));
        }

        private MonthlyPlan plan() {
            try {
                return new MonthlyPlan(day, time == null ? MonthlyPlan.usual().time() : time);
            } catch (IllegalArgumentException e) {
                throw new ParameterException(spec.commandLine(), e.getMessage(), e);
            }
        }

        private Outcome install(Schedule schedule, MonthlyPlan plan) throws IOException {
            Schedule.Change change = schedule.installing(plan);
            boolean agreed = doing.agreed(change, terminal, workspace.json() ? terminal.err() : terminal.out());
            if (agreed) {
                schedule.install(plan, change);
            }
            var next = schedule.status().next();
            return Outcome.of(change, agreed, "The update runs every month, next "
                    + (next == null ? "when its day comes" : WHEN.format(next)) + ". " + change.note());
        }
    }

    /// Tells how it stands.
    @Command(name = "status", mixinStandardHelpOptions = true,
            description = "Tells whether the update is set up and how the last one ended.",
            footer = {
                    "",
                    "Example:",
                    "  Of the workspace in the current folder:",
                    "    tidemark schedule status"})
    static final class Status implements Callable<Integer> {
        private final Terminal terminal;

        @Mixin
        private final WorkspaceOption workspace = new WorkspaceOption();

        Status(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            return new JobRunner(terminal, workspace, "schedule status").run((held, context) -> of(held).status(),
                    new JobRunner.Shown<>(Json::tree, this::print));
        }

        private void print(Schedule.Status status) {
            var next = status.next();
            terminal.out().println(status.scheduler().isEmpty()
                    ? "This machine has no scheduler that Tidemark knows."
                    : next == null
                            ? "The update is not set up (" + status.scheduler() + "): 'tidemark schedule install'."
                            : "The update runs next " + WHEN.format(next) + " (" + status.scheduler() + ").");
            var last = status.lastRun();
            terminal.out().println(last == null
                    ? "No scheduled update has run yet."
                    : "Last run " + WHEN.format(last.at()) + ": " + (last.good() ? "" : "FAILED. ") + last.sentence());
        }
    }

    /// Takes it away.
    @Command(name = "remove", mixinStandardHelpOptions = true,
            description = "Takes the monthly update away again. Data and models are not touched.",
            footer = {
                    "",
                    "Example:",
                    "  Without a question, as from a script:",
                    "    tidemark schedule remove -w ~/tidemark --yes"})
    static final class Remove implements Callable<Integer> {
        private final Terminal terminal;

        @Mixin
        private final WorkspaceOption workspace = new WorkspaceOption();
        @Mixin
        private final Doing doing = new Doing();

        Remove(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            return new JobRunner(terminal, workspace, "schedule remove").run(
                    (held, context) -> remove(of(held)),
                    new JobRunner.Shown<>(Json::tree, outcome -> terminal.out().println(outcome.sentence())));
        }

        private Outcome remove(Schedule schedule) throws IOException {
            Optional<Schedule.Change> change = schedule.removing();
            if (change.isEmpty()) {
                return new Outcome("", false, List.of(), "The update was not set up; nothing was changed.");
            }
            boolean agreed = doing.agreed(change.get(), terminal, workspace.json() ? terminal.err() : terminal.out());
            if (agreed) {
                schedule.remove(change.get());
            }
            return Outcome.of(change.get(), agreed, "The update no longer runs by itself.");
        }
    }
}
