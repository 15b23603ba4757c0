package io.tidemark.ui.overview;

import io.tidemark.ui.chart.ChartCard;
import io.tidemark.ui.screen.Fxml;
import io.tidemark.ui.screen.Navigator;
import io.tidemark.ui.screen.Screen;
import io.tidemark.ui.screen.ScreenAction;
import io.tidemark.ui.task.RunningWork;
import java.util.Map;
import javafx.scene.Parent;

/// The overview as the shell sees it.
public final class OverviewScreen implements Screen {
    private final OverviewDesk desk;
    private final UpdateDesk update;
    private final Fxml.Loaded<OverviewController> loaded;

    private OverviewScreen(OverviewDesk desk, UpdateDesk update, Fxml.Loaded<OverviewController> loaded) {
        this.desk = desk;
        this.update = update;
        this.loaded = loaded;
    }

    /// Makes the screen; the workspace is looked at each time it comes to the front.
    public static OverviewScreen load(OverviewState state, OverviewDesk desk, UpdateDesk update, Navigator navigator,
            RunningWork work, ChartCard.Saving saving) {
        return new OverviewScreen(desk, update, new Fxml()
                .with(OverviewController.class, () -> new OverviewController(state, desk, navigator, work, saving))
                .with(UpdateController.class, () -> new UpdateController(state, update, work))
                .load(OverviewController.class));
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
    public Map<ScreenAction, Runnable> actions() {
        return Map.of(ScreenAction.UPDATE, update::update);
    }

    @Override
    public void close() {
        loaded.controller().close();
    }
}
