package io.tidemark.ui.setup;

import io.tidemark.ui.screen.Fxml;
import io.tidemark.ui.screen.Navigator;
import io.tidemark.ui.screen.Screen;
import io.tidemark.ui.task.RunningWork;
import javafx.scene.Parent;

/// The set-up guide as the shell sees it.
public final class SetupScreen implements Screen {
    private final SetupDesk desk;
    private final Fxml.Loaded<SetupController> loaded;

    private SetupScreen(SetupDesk desk, Fxml.Loaded<SetupController> loaded) {
        this.desk = desk;
        this.loaded = loaded;
    }

    /// Makes the screen.
    ///
    /// @param chooseWorkspace lets the person open another folder
    public static SetupScreen load(SetupState state, SetupDesk desk, RunningWork work, Navigator navigator,
            Runnable chooseWorkspace) {
        return new SetupScreen(desk, Fxml.load(SetupController.class,
                () -> new SetupController(state, desk, work, navigator, chooseWorkspace)));
    }

    @Override
    public Parent view() {
        return loaded.view();
    }

    @Override
    public void shown() {
        desk.look();
    }
}
