package io.tidemark.ui.overview;

import io.tidemark.ui.chart.ChartCard;
import io.tidemark.ui.screen.Fxml;
import io.tidemark.ui.screen.Navigator;
import io.tidemark.ui.screen.Screen;
import io.tidemark.ui.task.RunningWork;
import javafx.scene.Parent;

/// The overview as the shell sees it.
public final class OverviewScreen implements Screen {
    private final OverviewDesk desk;
    private final Fxml.Loaded<OverviewController> loaded;

    private OverviewScreen(OverviewDesk desk, Fxml.Loaded<OverviewController> loaded) {
        this.desk = desk;
        this.loaded = loaded;
    }

    /// Makes the screen; the workspace is looked at each time it comes to the front.
    public static OverviewScreen load(OverviewState state, OverviewDesk desk, Navigator navigator, RunningWork work,
            ChartCard.Saving saving) {
        return new OverviewScreen(desk, Fxml.load(OverviewController.class,
                () -> new OverviewController(state, desk, navigator, work, saving)));
    }

    @Override
    public Parent view() {
        return loaded.view();
    }

    @Override
    public void shown() {
        desk.look();
    }

    @Override
    public void close() {
        loaded.controller().close();
    }
}
