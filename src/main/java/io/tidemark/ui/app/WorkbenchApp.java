package io.tidemark.ui.app;

import io.tidemark.ui.task.FxThread;
import io.tidemark.ui.task.Workers;
import io.tidemark.workspace.DefaultWorkspace;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The JavaFX application: makes the window from the parameters of [Workbench], and ends what it started.
public final class WorkbenchApp extends Application {
    private static final Logger LOG = LoggerFactory.getLogger(WorkbenchApp.class);

    private final Workers workers = new Workers();
    private @Nullable WorkbenchWindow window;

    /// Made by JavaFX.
    public WorkbenchApp() {
        // a public constructor without parameters is what JavaFX asks for
    }

    @Override
    public void start(Stage stage) {
        WorkbenchOptions options = WorkbenchOptions.of(getParameters().getNamed());
        Clock clock = Clock.system(ZoneId.systemDefault());
        AppFolders system = AppFolders.ofSystem();
        var folders = new AppFolders(options.settings().orElse(system.settings()), system.logs());
        SettingsStore settings = options.closeAtOnce()
                ? SettingsStore.unkept()
                : SettingsStore.open(folders.settings());
        Path workspace = options.workspace().or(settings::lastWorkspace).orElseGet(DefaultWorkspace::ofSystem);
        var opened = new WorkbenchWindow(stage, folders, settings, workers, clock,
                uri -> getHostServices().showDocument(uri), new SystemFileDialogs(stage));
        window = opened;
        opened.open(workspace);
        // two turns on: shown and drawn once
        FxThread.later(() -> FxThread.later(() -> {
            logStart(clock);
            if (options.closeAtOnce()) {
                stage.close();
            }
        }));
    }

    private static void logStart(Clock clock) {
        ProcessHandle.Info process = ProcessHandle.current().info();
        process.startInstant()
                .ifPresent(start -> LOG.info("the window took input {} ms after the process began, {} ms of"
                        + " processor time", Duration.between(start, clock.instant()).toMillis(),
                        process.totalCpuDuration().orElse(Duration.ZERO).toMillis()));
    }

    @Override
    public void stop() {
        if (window != null) {
            window.close();
        }
        workers.close();
    }
}
