package io.tidemark.ui.app;

import io.tidemark.ui.task.Workers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The JavaFX application: makes the window from the parameters of [Workbench], and ends what it started.
public final class WorkbenchApp extends Application {
    private final Workers workers = new Workers();
    private @Nullable WorkbenchWindow window;

    /// Made by JavaFX.
    public WorkbenchApp() {
        // a public constructor without parameters is what JavaFX asks for
    }

    @Override
    public void start(Stage stage) {
        WorkbenchOptions options = WorkbenchOptions.of(getParameters().getNamed());
        AppFolders system = AppFolders.ofSystem();
        var folders = new AppFolders(options.settings().orElse(system.settings()), system.logs());
        SettingsStore settings = SettingsStore.open(folders.settings());
        Path workspace = options.workspace()
                .orElseGet(() -> settings.workspaces().stream().findFirst().orElse(Path.of("")));
        var opened = new WorkbenchWindow(stage, folders, settings, workers, Clock.system(ZoneId.systemDefault()),
                uri -> getHostServices().showDocument(uri));
        window = opened;
        opened.open(workspace);
    }

    @Override
    public void stop() {
        if (window != null) {
            window.close();
        }
        workers.close();
    }
}
