package io.tidemark.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.market.DataSource;
import io.tidemark.market.DataSource.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTest {
    private static final DataSource DEMO_42 = new DataSource(Kind.DEMO, "42");
    private static final DataSource DEMO_43 = new DataSource(Kind.DEMO, "43");
    private static final DataSource TWS = new DataSource(Kind.TWS, "127.0.0.1:7497");
    private static final DataSource CSV = new DataSource(Kind.CSV, "/home/me/bars");
    private static final DataSource REPLAY = new DataSource(Kind.REPLAY, "127.0.0.1:7499");

    @TempDir
    private Path root;
    private Workspace workspace;

    @BeforeEach
    void openWorkspace() {
        workspace = Workspace.at(root);
    }

    @Test
    void hasItsFoldersWhereTheyAreExpected() {
        assertThat(workspace.historical()).isEqualTo(root.resolve("data/historical"));
        assertThat(workspace.reports()).isEqualTo(root.resolve("data/reports"));
        assertThat(workspace.models()).isEqualTo(root.resolve("models"));
        assertThat(workspace.runs()).isEqualTo(root.resolve("models/runs"));
        assertThat(workspace.logs()).isEqualTo(root.resolve("logs"));
        assertThat(Workspace.at(root.resolve("a/../b")).root()).isEqualTo(root.resolve("b"));
    }

    @Test
    void makesNothingUntilItIsLocked() throws IOException {
        assertThat(workspace.source()).isEmpty();
        assertThat(root).isEmptyDirectory();

        workspace.lock("tidemark setup").close();

        assertThat(workspace.historical()).isEmptyDirectory();
        assertThat(workspace.reports()).isEmptyDirectory();
        assertThat(workspace.runs()).isEmptyDirectory();
        assertThat(workspace.logs()).isEmptyDirectory();
    }

    @Test
    void aFileIsNoWorkspace() throws IOException {
        Path file = Files.writeString(root.resolve("notes.txt"), "mine");

        assertThatThrownBy(() -> Workspace.at(file).lock("tidemark setup")).isInstanceOf(IOException.class)
                .hasMessage(file + " is a file; a workspace is a folder. "
                        + "Choose another folder (--workspace in the terminal).");
    }

    @Test
    void aFolderThatCannotBeMadeIsNoWorkspace() throws IOException {
        Path inside = Files.writeString(root.resolve("notes.txt"), "mine").resolve("workspace");

        assertThatThrownBy(() -> Workspace.at(inside).lock("tidemark setup")).isInstanceOf(IOException.class)
                .hasMessageStartingWith("The folder " + inside + " cannot be used as a workspace (")
                .hasMessageEndingWith("). Choose another folder (--workspace in the terminal).");
    }

    @Test
    void remembersTheSourceOfItsBars() throws IOException {
        workspace.claim(DEMO_42);
        workspace.claim(DEMO_42);

        assertThat(Workspace.at(root).source()).contains(DEMO_42);
        assertThat(Files.readString(root.resolve("data/workspace.json"))).isEqualTo("""
                {
                  "format" : 1,
                  "sources" : [
                    {
                      "detail" : "42",
                      "kind" : "DEMO"
                    }
                  ]
                }
                """);
    }

    @Test
    void aFolderBesideItTellsWhatItsBarsAre() {
        assertThat(Workspace.at(root.resolve("bars")).beside("tws")).isEqualTo(root.resolve("bars-tws"));
        assertThat(Workspace.at(root.resolve("bars-tws")).beside("demo")).isEqualTo(root.resolve("bars-demo"));
    }

    @Test
    void realSourcesMeetAndTheLatestIsTold() throws IOException {
        workspace.claim(CSV);
        workspace.claim(TWS);
        workspace.claim(REPLAY);
        assertThat(workspace.source()).contains(REPLAY);

        workspace.claim(CSV);
        assertThat(workspace.source()).contains(CSV);
    }

    @Test
    void syntheticBarsNeverFollowRealOnes() throws IOException {
        workspace.claim(CSV);

        assertThatThrownBy(() -> workspace.claim(DEMO_42)).isInstanceOf(SourceMixException.class)
                .hasMessage("The workspace " + root + " holds bars of the CSV folder /home/me/bars; bars of the demo"
                        + " market with seed 42 may not be mixed with them. Choose another folder (--workspace in the"
                        + " terminal), or empty this one's data and models folders first.");
        assertThat(workspace.source()).contains(CSV);
    }

    @Test
    void realBarsNeverFollowSyntheticOnes() throws IOException {
        workspace.claim(DEMO_42);

        assertThatThrownBy(() -> workspace.claim(TWS)).isInstanceOf(SourceMixException.class)
                .hasMessageContaining("demo market with seed 42").hasMessageContaining("IB Gateway at 127.0.0.1:7497");
        assertThatThrownBy(() -> workspace.claim(DEMO_43)).isInstanceOf(SourceMixException.class)
                .hasMessageContaining("seed 42").hasMessageContaining("seed 43");
        assertThat(workspace.source()).contains(DEMO_42);
    }

    @Test
    void damagedSettingsAreNamedWithTheirLine() throws IOException {
        workspace.claim(DEMO_42);
        Path settings = root.resolve("data/workspace.json");
        Files.writeString(settings, "{\n  \"format\" : 1,\n  \"sources\" : [");

        assertThatThrownBy(() -> workspace.source()).isInstanceOf(IOException.class)
                .hasMessageContaining(settings + ", line 3");
    }

    @Test
    void recoveryRemovesHalfWrittenFilesAndNothingElse() throws IOException {
        try (WorkspaceLock lock = workspace.lock("tidemark setup")) {
            Path bars = Files.writeString(workspace.historical().resolve("SPY_daily_10y.csv"), "whole");
            Path half = Files.writeString(workspace.historical().resolve("SPY_daily_10y.csv.next.part"), "ha");
            Path model = Files.writeString(Files.createDirectories(workspace.runs().resolve("regime/0001"))
                    .resolve("regime_classifier.ubj.part"), "ha");
            Path folder = Files.createDirectory(workspace.reports().resolve("odd.part"));

            assertThat(workspace.recover(lock)).containsExactly(half, model);

            assertThat(half).doesNotExist();
            assertThat(model).doesNotExist();
            assertThat(bars).hasContent("whole");
            assertThat(folder).isDirectory();
            assertThat(workspace.recover(lock)).isEmpty();
        }
    }

    @Test
    void recoveryNeedsTheLockOfThisWorkspace() throws IOException {
        WorkspaceLock closed = workspace.lock("tidemark setup");
        closed.close();

        assertThatThrownBy(() -> workspace.recover(closed)).isInstanceOf(IllegalStateException.class);
        try (WorkspaceLock other = Workspace.at(root.resolve("other")).lock("tidemark setup")) {
            assertThatThrownBy(() -> workspace.recover(other)).isInstanceOf(IllegalStateException.class);
        }
    }
}
