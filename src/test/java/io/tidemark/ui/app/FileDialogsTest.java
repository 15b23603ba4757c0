package io.tidemark.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.pipeline.StageFailure;
import io.tidemark.ui.DemoPipelines;
import io.tidemark.ui.GivenFiles;
import io.tidemark.ui.UiWindow;
import io.tidemark.ui.pot.FilledWorkspace;
import io.tidemark.ui.screen.ScreenId;
import io.tidemark.ui.task.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the whole window saves and opens when a file or a folder is chosen.
class FileDialogsTest {
    @TempDir
    private static Path workspace;

    @RegisterExtension
    final UiWindow ui = new UiWindow();

    @TempDir
    Path chosen;

    private final Workers workers = new Workers();
    @SuppressWarnings("NullAway.Init") // made before each test
    private GivenFiles files;
    @SuppressWarnings("NullAway.Init") // made before each test
    private WorkbenchWindow window;

    @BeforeAll
    static void prepare() throws IOException, StageFailure {
        FilledWorkspace.bars(workspace);
        FilledWorkspace.model(workspace, FilledWorkspace.options(workspace, 200));
    }

    @BeforeEach
    void openWindow() {
        files = GivenFiles.in(chosen);
        window = UiWindow.onFx(() -> {
            Path own = workspace.resolve("settings");
            var made = new WorkbenchWindow(ui.stage(), new AppFolders(own, own.resolve("logs")),
                    SettingsStore.open(own), workers, DemoPipelines.CLOCK, uri -> {}, files);
            ui.adopt(made.theme());
            made.open(workspace);
            return made;
        });
        UiWindow.settle();
    }

    @AfterEach
    void closeWindow() {
        UiWindow.onFx(() -> {
            window.close();
            return window;
        });
        workers.close();
    }

    private void press(KeyCode key) {
        ui.robot().press(KeyCode.CONTROL, key).release(key, KeyCode.CONTROL);
        UiWindow.settle();
    }

    private void show(ScreenId id) {
        UiWindow.onFx(() -> {
            window.show(id);
            return id;
        });
        UiWindow.settle();
        UiWindow.until("the end of all work", () -> !window.work().busy().get());
        UiWindow.settle();
    }

    @ParameterizedTest
    @CsvSource({"REGIMES,regimes.png", "RUNS,runs.png", "TRAINING,regime-classifier-figures.png"})
    void ctrlESavesAPictureOfWhatTheScreenShows(ScreenId id, String name) {
        show(id);
        press(KeyCode.E);
        UiWindow.until("the picture", () -> Files.exists(chosen.resolve(name)));
        assertThat(files.asked).containsExactly(name);
        var picture = new Image(chosen.resolve(name).toUri().toString());
        assertThat(picture.isError()).isFalse();
        assertThat(picture.getWidth()).isGreaterThan(600);
    }

    @Test
    void ctrlEExportsTheOptionsSelected() throws IOException {
        show(ScreenId.POT);
        press(KeyCode.E);
        UiWindow.until("the end of the export", () -> Files.exists(chosen.resolve("options.csv")));
        assertThat(Files.readAllLines(chosen.resolve("options.csv"))).hasSize(801);
    }

    @Test
    void ctrlEAsksNothingWhereThereIsNothingToExport() {
        show(ScreenId.CONNECTION);
        press(KeyCode.E);
        assertThat(files.asked).isEmpty();
    }

    @Test
    void ctrlOOpensTheFolderChosen() {
        press(KeyCode.O);
        UiWindow.until("the other workspace", () -> ui.stage().getTitle().endsWith(chosen.toString()));
        assertThat(files.asked).containsExactly("Open workspace");
    }
}
