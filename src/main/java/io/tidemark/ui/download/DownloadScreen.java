package io.tidemark.ui.download;

import io.tidemark.ui.screen.Fxml;
import io.tidemark.ui.screen.Navigator;
import io.tidemark.ui.screen.Screen;
import io.tidemark.ui.screen.ScreenAction;
import io.tidemark.ui.screen.ScreenRequest;
import io.tidemark.ui.task.RunningWork;
import java.util.Map;
import javafx.scene.Parent;

/// The download pane as the shell sees it.
public final class DownloadScreen implements Screen {
    private final DownloadState state;
    private final DownloadDesk desk;
    private final Fxml.Loaded<DownloadController> loaded;

    private DownloadScreen(DownloadState state, DownloadDesk desk, Fxml.Loaded<DownloadController> loaded) {
        this.state = state;
        this.desk = desk;
        this.loaded = loaded;
    }

    /// Makes the screen; the workspace is looked at when it is shown.
    public static DownloadScreen load(DownloadState state, DownloadDesk desk, RunningWork work, Navigator navigator) {
        return new DownloadScreen(state, desk, Fxml.load(DownloadController.class,
                () -> new DownloadController(state, desk, work, navigator)));
    }

    @Override
    public Parent view() {
        return loaded.view();
    }

    @Override
    public void shown() {
        desk.look();
        loaded.controller().watch(true);
    }

    @Override
    public void hidden() {
        loaded.controller().watch(false);
    }

    @Override
    public void close() {
        loaded.controller().watch(false);
    }

    @Override
    public void receive(ScreenRequest request) {
        if (request instanceof ScreenRequest.OfSymbol(var symbol)) {
            state.selectedProperty().set(state.row(symbol));
        }
    }

    @Override
    public Map<ScreenAction, Runnable> actions() {
        return Map.of(ScreenAction.DOWNLOAD, loaded.controller()::onAll);
    }
}
