package io.tidemark.ui.app;

import io.tidemark.pipeline.PrepareRegime;
import io.tidemark.pipeline.RunContext;
import io.tidemark.pipeline.StageFailure;
import io.tidemark.pipeline.Train;
import io.tidemark.pipeline.WorkspaceLabelling;
import io.tidemark.training.BoosterSettings;
import io.tidemark.training.RegimeTrainingOptions;
import io.tidemark.training.RoundSettings;
import io.tidemark.ui.DemoPipelines;
import io.tidemark.ui.UiWindow;
import io.tidemark.ui.pot.FilledWorkspace;
import io.tidemark.ui.screen.FileDialogs;
import io.tidemark.ui.screen.ScreenId;
import io.tidemark.ui.task.Workers;
import io.tidemark.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;

/// The whole window over a workspace in which every screen has something to show.
final class FilledWindow implements AutoCloseable {
    private static final BoosterSettings QUICK = new BoosterSettings(BoosterSettings.regime().trees(),
            new RoundSettings(0.5, 2, 2, 0));

    private final UiWindow ui;
    private final Workers workers = new Workers();
    private final WorkbenchWindow window;

    FilledWindow(UiWindow ui, Path workspace, FileDialogs files) {
        this.ui = ui;
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

    /// Fills a folder with bars, both training sets and both models.
    static void fill(Path folder) throws IOException, StageFailure {
        FilledWorkspace.bars(folder);
        FilledWorkspace.model(folder, FilledWorkspace.options(folder, 200));
        Workspace workspace = Workspace.at(folder);
        new PrepareRegime(workspace).run(WorkspaceLabelling.of(workspace).labelling(0), RunContext.unwatched());
        new Train(workspace, DemoPipelines.CLOCK).regime(RegimeTrainingOptions.of(42).withBooster(QUICK),
                RunContext.unwatched());
    }

    /// Brings a screen to the front and waits until it has read what it shows.
    void show(ScreenId id) {
        UiWindow.onFx(() -> {
            window.show(id);
            return id;
        });
        UiWindow.settle();
        UiWindow.until("the end of all work", () -> !window.work().busy().get());
        UiWindow.settle();
    }

    /// The sides of the screen in front by name, each with the way to it: tabs, models of the training, steps of
    /// the set-up. They are to be turned to in this order.
    Map<String, Runnable> faces(ScreenId id) {
        var faces = new LinkedHashMap<String, Runnable>();
        faces.put(id.name(), () -> {});
        ui.robot().lookup(".screens .tab-pane").queryAllAs(TabPane.class).forEach(pane -> pane.getTabs().stream()
                .skip(1).forEach(tab -> faces.put(id + " " + tab.getText(),
                        turn(() -> pane.getSelectionModel().select(tab)))));
        if (id == ScreenId.TRAINING) {
            faces.put(id + " of touch", turn(() -> {
                ui.robot().lookup("#sides").queryAs(TabPane.class).getSelectionModel().selectFirst();
                ui.robot().lookup("#touchModel").queryAs(ToggleButton.class).fire();
            }));
        }
        if (id == ScreenId.SETUP) {
            ListView<?> steps = ui.robot().lookup("#steps").queryListView();
            for (int i = 1; i < steps.getItems().size(); i++) {
                int step = i;
                faces.put(id + " step " + i, turn(() -> steps.getSelectionModel().select(step)));
            }
        }
        return faces;
    }

    private static Runnable turn(Runnable action) {
        return () -> {
            UiWindow.onFx(() -> {
                action.run();
                return action;
            });
            UiWindow.settle();
        };
    }

    /// Makes the window as large as it first opens.
    void shrink() {
        UiWindow.onFx(() -> {
            ui.stage().setWidth(WindowMemory.WIDTH);
            ui.stage().setHeight(WindowMemory.HEIGHT);
            return window;
        });
        UiWindow.settle();
    }

    /// Presses a key with Ctrl.
    void press(KeyCode key) {
        ui.robot().press(KeyCode.CONTROL, key).release(key, KeyCode.CONTROL);
        UiWindow.settle();
    }

    @Override
    public void close() {
        UiWindow.onFx(() -> {
            window.close();
            return window;
        });
        workers.close();
    }
}
