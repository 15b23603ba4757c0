package io.tidemark.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.pipeline.StageFailure;
import io.tidemark.ui.GivenFiles;
import io.tidemark.ui.UiWindow;
import io.tidemark.ui.screen.ScreenId;
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

    @SuppressWarnings("NullAway.Init") // made before each test
    private GivenFiles files;
    @SuppressWarnings("NullAway.Init") // made before each test
    private FilledWindow window;

    @BeforeAll
    static void fill() throws IOException, StageFailure {
        FilledWindow.fill(workspace);
    }

    @BeforeEach
    void open() {
        files = GivenFiles.in(chosen);
        window = new FilledWindow(ui, workspace, files);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @ParameterizedTest
    @CsvSource({"REGIMES,regimes.png", "RUNS,runs.png", "TRAINING,run-1-figures.png"})
    void ctrlESavesAPictureOfWhatTheScreenShows(ScreenId id, String name) {
        window.show(id);
        window.press(KeyCode.E);
        UiWindow.until("the picture", () -> Files.exists(chosen.resolve(name)));
        assertThat(files.asked).containsExactly(name);
        var picture = new Image(chosen.resolve(name).toUri().toString());
        assertThat(picture.isError()).isFalse();
        assertThat(picture.getWidth()).isGreaterThan(600);
    }

    @Test
    void ctrlEExportsTheOptionsSelected() throws IOException {
        window.show(ScreenId.POT);
        window.press(KeyCode.E);
        UiWindow.until("the end of the export", () -> Files.exists(chosen.resolve("options.csv")));
        assertThat(Files.readAllLines(chosen.resolve("options.csv"))).hasSize(801);
    }

    @Test
    void ctrlEAsksNothingWhereThereIsNothingToExport() {
        window.show(ScreenId.CONNECTION);
        window.press(KeyCode.E);
        assertThat(files.asked).isEmpty();
    }

    @Test
    void ctrlOOpensTheFolderChosen() {
        window.press(KeyCode.O);
        UiWindow.until("the other workspace", () -> ui.stage().getTitle().endsWith(chosen.toString()));
        assertThat(files.asked).containsExactly("Open workspace");
    }
}
