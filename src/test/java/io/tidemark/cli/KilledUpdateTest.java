package io.tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.dataset.DatasetFiles;
import io.tidemark.touch.PotDataset;
import io.tidemark.workspace.Workspace;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// An update in a process of its own, killed on the way.
class KilledUpdateTest {
    @TempDir
    static Path june;
    @TempDir
    Path folder;

    @BeforeAll
    static void setUpInJune() {
        assertThat(Tidemark.run(new String[]{"setup", "--json", "--samples", "400", "--symbols", "SPY,VIX", "--years",
                "3", "--today", "2024-06-28", "--workspace", june.toString()}, (workspace, close) -> false)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"  SPY", "Prepare touch data ...", "Train regime classifier: done"})
    void anUpdateKilledAtAnyStageLosesNothingAndIsFinishedByTheNext(String line) throws Exception {
        copyJune();
        Process process = start();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(lines.lines().anyMatch(each -> each.startsWith(line))).as("'%s' was printed", line).isTrue();
            process.destroyForcibly().waitFor();
        }

        assertThat(Tidemark.run(arguments().toArray(String[]::new), (workspace, close) -> false)).isZero();

        Path historical = Workspace.at(folder).historical();
        for (String name : List.of("SPY_daily_10y.csv", "VIX_daily_10y.csv", "pot_samples.csv")) {
            String before = Files.readString(Workspace.at(june).historical().resolve(name));
            assertThat(historical.resolve(name)).content().startsWith(before).hasSizeGreaterThan(before.length());
        }
        assertThat(DatasetFiles.regime(historical).load().manifest().lastDate()).isEqualTo("2024-07-31");
        assertThat(PotDataset.read(historical).set().rows()).isGreaterThan(400);
        assertThat(historical.resolve("journal")).doesNotExist();
    }

    private void copyJune() throws IOException {
        try (Stream<Path> files = Files.walk(june)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = folder.resolve(june.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    private List<String> arguments() {
        return List.of("update", "--today", "2024-07-31", "--workspace", folder.toString());
    }

    private Process start() throws IOException {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx320m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow", "-cp", System.getProperty("java.class.path"),
                "io.tidemark.Main"));
        command.addAll(arguments());
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }
}
