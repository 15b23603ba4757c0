package io.tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.schedule.CommandRunner;
import io.tidemark.schedule.Machine;
import io.tidemark.schedule.MonthlyPlan;
import io.tidemark.schedule.ScheduleBook;
import io.tidemark.schedule.Templates;
import io.tidemark.workspace.Workspace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScheduledRunTest {
    private static final Instant NOW = Instant.parse("2025-02-10T12:00:00Z");

    @TempDir
    private Path folder;

    private final List<String> shown = new ArrayList<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private ScheduledRun run(Instant now) {
        CommandRunner desktop = (command, input) -> {
            shown.add(String.join(" ", command));
            return new CommandRunner.Result(0, "");
        };
        var stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        return new ScheduledRun(new Terminal(stream, stream, false), Workspace.at(folder),
                new Machine("Linux", folder, desktop, Templates.in(folder)), Clock.fixed(now, ZoneOffset.UTC));
    }

    private ScheduleBook book() throws IOException {
        return ScheduleBook.of(Workspace.at(folder));
    }

    @Test
    void aFailureIsShownOnTheDesktopKeptAndTriedAgain() throws IOException {
        assertThat(run(NOW).around(() -> ExitCode.FAILED)).isEqualTo(ExitCode.FAILED);
        assertThat(shown).singleElement().asString().startsWith("notify-send").contains("The update failed");
        assertThat(Objects.requireNonNull(book().lastRun()).good()).isFalse();
        assertThat(run(NOW.plusSeconds(86_400)).around(() -> ExitCode.DONE)).isZero();
        assertThat(book().lastGood()).isEqualTo(NOW.plusSeconds(86_400));
        assertThat(shown).hasSize(1);
    }

    @Test
    void whatIsNotDueDoesNotRun() throws IOException {
        var planned = new ScheduleBook(1, MonthlyPlan.usual(), NOW.minusSeconds(60), null, null);
        try (var _ = Workspace.at(folder).lock("test")) {
            planned.keepIn(Workspace.at(folder));
        }
        int code = run(NOW).around(() -> {
            throw new AssertionError("it ran");
        });
        assertThat(code).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("Not due");
        assertThat(run(NOW.plusSeconds(86_400 * 25)).around(() -> ExitCode.FAILED)).isEqualTo(ExitCode.FAILED);
    }
}
