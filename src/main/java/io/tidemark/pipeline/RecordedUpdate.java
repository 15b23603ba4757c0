package io.tidemark.pipeline;

import io.tidemark.storage.AtomicFile;
import io.tidemark.storage.Json;
import io.tidemark.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs an update and leaves a report of it under `data/reports`, however it ends: JSON, and a page for a person.
public final class RecordedUpdate {
    private static final Logger LOG = LoggerFactory.getLogger(RecordedUpdate.class);
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("'update-'yyyy-MM-dd'T'HHmmss'Z'",
            Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Workspace workspace;
    private final Clock clock;

    /// Reports of `workspace`, named by the time of `clock`.
    public RecordedUpdate(Workspace workspace, Clock clock) {
        this.workspace = workspace;
        this.clock = clock;
    }

    /// The update itself.
    @FunctionalInterface
    public interface Work {
        /// Updates.
        UpdateReport run() throws StageFailure, IOException;
    }

    /// An update that went to its end.
    ///
    /// @param report what it did
    /// @param drift warnings of the look for drift
    /// @param page where its page lies
    public record Kept(UpdateReport report, List<String> drift, Path page) {
        /// Keeps a copy.
        public Kept {
            drift = List.copyOf(drift);
        }
    }

    /// Updates, looks for drift when something changed, and leaves the report.
    ///
    /// @throws StageFailure as the update; its message names the page
    /// @throws IOException as the update, or when the report cannot be written
    public Kept run(Work work, RunContext context) throws StageFailure, IOException {
        var start = new UpdateRecord.Start(clock.instant(), UpdateStanding.of(workspace, clock));
        UpdateReport report;
        try {
            report = work.run();
        } catch (StageFailure e) {
            Optional<Path> page = failed(start, e.stage(), String.valueOf(e.getMessage()), context);
            throw page.isPresent() ? e.reportedIn(page.get()) : e;
        } catch (CancellationException e) {
            failed(start, null, "It was stopped. What was finished is kept; update again to go on.", context);
            throw e;
        } catch (IOException | RuntimeException e) {
            failed(start, null, e.getMessage() == null ? e.toString() : e.getMessage(), context);
            throw e;
        }
        List<String> drift = report.changed() ? drift(context) : List.of();
        return new Kept(report, drift, write(UpdateRecord.of(start, report, UpdateStanding.of(workspace, clock), drift,
                context.times())));
    }

    /// A look that cannot be had is told as a warning: the update itself went well.
    private List<String> drift(RunContext context) {
        try {
            return new DriftCheck(workspace, clock).run(context).warnings();
        } catch (StageFailure e) {
            return List.of("The look for drift failed: " + e.getMessage());
        }
    }

    /// A report that cannot be written must not hide why the update failed.
    private Optional<Path> failed(UpdateRecord.Start start, @Nullable Stage stage, String sentence,
            RunContext context) {
        try {
            return Optional.of(write(UpdateRecord.failed(start, stage, sentence, UpdateStanding.of(workspace, clock),
                    context.times())));
        } catch (IOException e) {
            LOG.error("the report of a failed update could not be written", e);
            return Optional.empty();
        }
    }

    private Path write(UpdateRecord update) throws IOException {
        Instant named = update.at();
        while (Files.exists(file(named, ".md")) || Files.exists(file(named, ".json"))) {
            named = named.plusSeconds(1);
        }
        Json.write(file(named, ".json"), update);
        writePage(file(named, ".json"), update);
        return file(named, ".md");
    }

    /// Where the page of a report lies.
    ///
    /// @param json the report
    static Path page(Path json) {
        return json.resolveSibling(json.getFileName().toString().replaceFirst("\\.json$", ".md"));
    }

    /// Writes the page of a report that is there.
    static void writePage(Path json, UpdateRecord update) throws IOException {
        AtomicFile.writeText(page(json), UpdatePage.of(update));
    }

    private Path file(Instant at, String ending) {
        return workspace.reports().resolve(NAME.format(at) + ending);
    }
}
