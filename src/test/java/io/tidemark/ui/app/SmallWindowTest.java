package io.tidemark.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.pipeline.FeedChoice;
import io.tidemark.pipeline.PipelineSettings;
import io.tidemark.pipeline.RunContext;
import io.tidemark.pipeline.Setup;
import io.tidemark.pipeline.StageFailure;
import io.tidemark.pipeline.WorkspaceLabelling;
import io.tidemark.ui.GivenFiles;
import io.tidemark.ui.UiWindow;
import io.tidemark.ui.screen.ScreenId;
import io.tidemark.ui.task.Workers;
import io.tidemark.ui.theme.ThemeChoice;
import io.tidemark.wiring.Feeds;
import io.tidemark.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TabPane;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// The window as it first opens, 1280 by 820, with everything made: nothing that is written in it is cut.
class SmallWindowTest {
    private static final LocalDate TODAY = LocalDate.of(2024, 12, 31);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2025-01-02T12:00:00Z"), ZoneOffset.UTC);

    @RegisterExtension
    final UiWindow ui = new UiWindow();

    @TempDir
    Path folder;

    private final Workers workers = new Workers();

    @AfterEach
    void closeWorkers() {
        workers.close();
    }

    @Test
    void everyTextOfEveryScreenCanBeRead() throws IOException, StageFailure {
        Path bars = folder.resolve("bars");
        setUp(Workspace.at(bars));
        WorkbenchWindow window = open(bars);
        var cut = new ArrayList<String>();
        for (ScreenEntry entry : window.entries()) {
            UiWindow.onFx(() -> {
                window.show(entry.id());
                return entry;
            });
            cut.addAll(cut(window, entry.id().name()));
            faces(entry.id()).forEach(face -> {
                UiWindow.onFx(() -> {
                    face.reach.run();
                    return face;
                });
                cut.addAll(cut(window, entry.id() + "-" + face.name));
            });
        }
        assertThat(cut).isEmpty();
    }

    /// Another side of a screen, and how to turn to it.
    private record Face(String name, Runnable reach) {}

    /// Every tab of the screen in front, the other model of the training, every step of the set-up.
    private List<Face> faces(ScreenId id) {
        var faces = new ArrayList<Face>();
        tabs(faces);
        if (id == ScreenId.TRAINING) {
            faces.add(new Face("touch", () -> {
                ui.robot().lookup("#sides").queryAs(TabPane.class).getSelectionModel().selectFirst();
                ui.robot().lookup("#touchModel").queryAs(ToggleButton.class).fire();
            }));
        }
        if (id == ScreenId.SETUP) {
            var steps = ui.robot().lookup("#steps").queryListView();
            for (int i = 1; i < steps.getItems().size(); i++) {
                int step = i;
                faces.add(new Face("step " + i, () -> steps.getSelectionModel().select(step)));
            }
        }
        return faces;
    }

    private void tabs(List<Face> faces) {
        ui.robot().lookup(each -> each instanceof TabPane pane && isShown(pane)).queryAllAs(TabPane.class)
                .forEach(pane -> pane.getTabs().forEach(tab -> faces.add(new Face(tab.getText(),
                        () -> pane.getSelectionModel().select(tab)))));
    }

    private static boolean isShown(Node node) {
        return node.isVisible() && (node.getParent() == null || isShown(node.getParent()));
    }

    private List<String> cut(WorkbenchWindow window, String place) {
        UiWindow.until("the end of all work", () -> !window.work().busy().get());
        UiWindow.pulses(4);
        return UiWindow.onFx(() -> CutTexts.under(ui.stage().getScene().getRoot())).stream()
                .map(each -> place + ": " + each).distinct().toList();
    }

    private static void setUp(Workspace workspace) throws IOException, StageFailure {
        PipelineSettings settings = PipelineSettings.defaults().withYears(6).withSamplesPerSymbol(400);
        try (var feed = new Feeds(CLOCK).open(new FeedChoice.Demo(Optional.empty(), Optional.of(TODAY)))) {
            new Setup(workspace, feed, CLOCK).run(settings,
                    WorkspaceLabelling.of(workspace).labelling(settings.horizon()), false, RunContext.unwatched());
        }
    }

    private WorkbenchWindow open(Path workspace) {
        return UiWindow.onFx(() -> {
            var made = new WorkbenchWindow(ui.stage(), new AppFolders(folder, folder.resolve("logs")),
                    SettingsStore.open(folder), workers, CLOCK, uri -> {}, GivenFiles.none());
            ui.adopt(made.theme());
            made.theme().choiceProperty().set(ThemeChoice.LIGHT);
            ui.stage().setX(0);
            ui.stage().setY(0);
            ui.stage().setWidth(1280);
            ui.stage().setHeight(820);
            made.open(workspace);
            return made;
        });
    }
}
