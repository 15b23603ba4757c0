package io.tidemark.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidemark.pipeline.PipelineListener;
import io.tidemark.pipeline.RunContext;
import io.tidemark.pipeline.StageFailure;
import io.tidemark.storage.Json;
import io.tidemark.wiring.Application;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs one job of the pipeline for a command: lock, progress, Ctrl-C, result, exit code.
final class JobRunner {
    private final Terminal terminal;
    private final WorkspaceOption workspace;
    private final String command;

    /// A runner for the command of the given name.
    JobRunner(Terminal terminal, WorkspaceOption workspace, String command) {
        this.terminal = terminal;
        this.workspace = workspace;
        this.command = command;
    }

    /// Work for which the workspace is locked.
    @FunctionalInterface
    interface Job<R> {
        /// Does the work.
        R run(Application application, RunContext context) throws StageFailure, IOException;
    }

    /// How a result is shown.
    ///
    /// @param json the result as one JSON object
    /// @param text the result as lines for a person
    record Shown<R>(Function<R, JsonNode> json, Consumer<R> text) {}

    /// Runs a job and shows its result.
    ///
    /// @return the exit code
    <R> int run(Job<R> job, Shown<R> shown) {
        Logs.openIn(workspace.folder());
        Logger log = LoggerFactory.getLogger(JobRunner.class);
        try (var interruption = Interruption.watching()) {
            try (var application = Application.open(workspace.folder(), command, Clock.systemUTC())) {
                R result = watched(application, job, interruption);
                if (workspace.json()) {
                    terminal.out().print(Json.text(shown.json().apply(result)));
                } else {
                    shown.text().accept(result);
                }
                return ExitCode.DONE;
            } catch (CancellationException e) {
                return stopped();
            } catch (StageFailure | IOException | IllegalArgumentException e) {
                return interruption.cancelled() ? stopped() : failed(log, e);
            } catch (RuntimeException e) {
                return interruption.cancelled() ? stopped() : unexpected(log, e);
            }
        }
    }

    private <R> R watched(Application application, Job<R> job, Interruption interruption)
            throws StageFailure, IOException {
        application.recovered().forEach(terminal.err()::println);
        if (terminal.interactive()) {
            try (var bars = new ProgressBars(terminal.err())) {
                return job.run(application, new RunContext(bars, interruption::cancelled));
            }
        }
        PipelineListener lines = new PlainLines(workspace.json() ? terminal.err() : terminal.out());
        return job.run(application, new RunContext(lines, interruption::cancelled));
    }

    private int stopped() {
        terminal.err().println("Stopped. What was finished is kept; run the same command again to go on.");
        return ExitCode.CANCELLED;
    }

    private int failed(Logger log, Exception failure) {
        log.error("the command failed", failure);
        String sentence = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        terminal.err().println("Failed: " + sentence);
        return ExitCode.FAILED;
    }

    private int unexpected(Logger log, RuntimeException failure) {
        log.error("the command failed unexpectedly", failure);
        Path file = Logs.file(workspace.folder());
        terminal.err().println(
                "Failed unexpectedly: " + failure + ". What was stored before is kept; details are in " + file + ".");
        return ExitCode.FAILED;
    }
}
