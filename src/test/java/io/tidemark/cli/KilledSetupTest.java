package io.tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A set-up in a process of its own, killed or stopped on the way; what comes next runs in this one, which is warm.
class KilledSetupTest {
    private static final String SAMPLES = "300";
    private static final String YEARS = "4";
    private static final String SYMBOLS = "SPY,VIX,TSLA";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"Download bars ...", "  VIX", "Prepare regime data ...", "Prepare touch data ...",
            "Train regime classifier ...", "Train regime classifier: done", "Train probability of touch ..."})
    void aSetupKilledAtAnyStageIsFinishedByTheNext(String line) throws Exception {
        Process process = start();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(lines.lines().anyMatch(each -> each.startsWith(line))).as("'%s' was printed", line).isTrue();
            process.destroyForcibly().waitFor();
        }

        var printed = new ByteArrayOutputStream();
        assertThat(finish(printed)).as(printed::toString).isZero();
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("RegimeClassifier, run",
                "ProbabilityOfTouch, run");
        assertThat(Tidemark.run(new String[]{"verify", "--json", "--workspace", folder.toString()},
                (workspace, check) -> false))
                .isZero();
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(file -> file.toString().endsWith(".part"))).isEmpty();
        }
    }

    @Test
    void aPoliteStopEndsWithinASecondAndKeepsWhatIsFinished() throws Exception {
        Process process = start();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(lines.lines().anyMatch(each -> each.startsWith("Train regime classifier ..."))).isTrue();
            process.destroy();
            assertThat(process.waitFor(5, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(process.exitValue()).isNotZero();
        assertThat(folder.resolve("data/historical/pot_training_data.npz")).exists();
        assertThat(Tidemark.run(new String[]{"prepare-pot", "--json", "--samples", SAMPLES, "--symbols", SYMBOLS,
                "--workspace", folder.toString()}, (workspace, check) -> false)).isZero();
    }

    private int finish(OutputStream printed) {
        var out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        return Tidemark.commandLine(new Terminal(out, out, false), (workspace, check) -> false)
                .execute(arguments().toArray(String[]::new));
    }

    private List<String> arguments() {
        return List.of("setup", "--samples", SAMPLES, "--years", YEARS, "--symbols", SYMBOLS, "--workspace",
                folder.toString());
    }

    private Process start() throws IOException {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx320m",
                        "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow", "-cp", System.getProperty("java.class.path"),
                        "io.tidemark.Main"));
        command.addAll(arguments());
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }
}
