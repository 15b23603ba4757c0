package io.tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The chains commands on the built-in demo market, which has reached a Friday evening.
class ChainsCommandTest {
    private static final String FRIDAY = "2026-11-20";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) {
        out.reset();
        err.reset();
        var terminal = new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), false);
        return Tidemark.commandLine(terminal, (workspace, check) -> false).execute(arguments);
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(out.toByteArray());
    }

    private String complained() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void snapshotIsTakenPlannedAndTold() throws IOException {
        String workspace = folder.toString();
        assertThat(run("chains", "snapshot", "AMD", "-w", workspace, "--today", FRIDAY)).isEqualTo(ExitCode.FAILED);
        assertThat(complained()).contains("Monday 2026-11-23 09:30 New York time", "--any-time");

        assertThat(run("chains", "snapshot", "AMD", "-w", workspace, "--today", FRIDAY, "--any-time", "--json"))
                .as(complained()).isZero();
        assertThat(json().at("/snapshots/0/options").asInt()).isPositive();
        assertThat(json().at("/snapshots/0/source").asText()).isEqualTo("demo:42");

        assertThat(run("chains", "schedule", "SPY", "--snapshots", "3", "--every", "2w", "-w", workspace, "--json"))
                .as(complained()).isZero();
        assertThat(run("chains", "status", "-w", workspace, "--json")).isZero();
        assertThat(json().at("/symbols").findValuesAsText("symbol")).startsWith("AMD").contains("SPY");
        assertThat(json().at("/symbols/0/snapshots/0/delayed").isInt()).isTrue();
        assertThat(json().at("/symbols/1/plan/every_days").asInt()).isEqualTo(14);
        assertThat(json().at("/symbols/1/next").asText()).isNotEmpty();

        assertThat(run("chains", "schedule", "SPY", "--stop", "-w", workspace)).isZero();
        assertThat(run("chains", "snapshot", "--due", "-w", workspace)).as("nothing due is no failure").isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("No snapshot is planned");
    }

    @Test
    void wrongUsageIsExplained() {
        assertThat(run("chains")).isEqualTo(ExitCode.USAGE);
        assertThat(complained()).contains("snapshot, schedule, status");
        assertThat(run("chains", "snapshot")).isEqualTo(ExitCode.USAGE);
        assertThat(run("chains", "snapshot", "SPY", "--due")).isEqualTo(ExitCode.USAGE);
        assertThat(run("chains", "snapshot", "VIX")).isEqualTo(ExitCode.USAGE);
        assertThat(run("chains", "schedule", "SPY", "--every", "soon")).isEqualTo(ExitCode.USAGE);
        assertThat(complained()).contains("7d or 2w");
    }
}
