package io.tidemark.ui.overview;

import io.tidemark.ui.screen.Fxml;
import io.tidemark.ui.screen.Navigator;
import io.tidemark.ui.screen.Screen;
import javafx.scene.Parent;

/// The overview as the shell sees it.
public final class OverviewScreen implements Screen {
    private final Fxml.Loaded<OverviewController> loaded;

    private OverviewScreen(Fxml.Loaded<OverviewController> loaded) {
        this.loaded = loaded;
    }

    /// Makes the screen.
    public static OverviewScreen load(Navigator navigator) {
        return new OverviewScreen(Fxml.load(OverviewController.class, () -> new OverviewController(navigator)));
    }

    @Override
    public Parent view() {
        return loaded.view();
    }
}
