package io.tidemark.ui.runs;

import io.tidemark.ui.chart.ChartCard;
import io.tidemark.ui.chart.PictureFile;
import io.tidemark.ui.screen.Fxml;
import io.tidemark.ui.screen.Navigator;
import io.tidemark.ui.screen.Screen;
import io.tidemark.ui.screen.ScreenAction;
import io.tidemark.ui.screen.ScreenRequest;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Parent;

/// The runs pane as the shell sees it.
public final class RunsScreen implements Screen {
    private final RunsDesk desk;
    private final CompareController compare;
    private final RunChartsController charts;
    private final Fxml.Loaded<RunsController> loaded;
    private final ChartCard.Saving saving;

    private RunsScreen(RunsState state, RunsDesk desk, ChampionDesk champions, Navigator navigator,
            ChartCard.Saving saving, Consumer<Path> folders, ZoneId zone) {
        this.desk = desk;
        this.saving = saving;
        compare = new CompareController(state);
        charts = new RunChartsController(state, saving.theme(), saving);
        loaded = new Fxml().with(RunsController.class,
                () -> new RunsController(state, desk, champions, saving.work(), navigator, folders,
                        new RunColumns(zone)))
                .with(CompareController.class, () -> compare).with(RunChartsController.class, () -> charts)
                .load(RunsController.class);
    }

    /// Makes the screen; runs are read when it is first shown.
    ///
    /// @param folders shows a folder in the system's file manager
    public static RunsScreen load(RunsState state, RunsDesk desk, ChampionDesk champions, Navigator navigator,
            ChartCard.Saving saving, Consumer<Path> folders, ZoneId zone) {
        return new RunsScreen(state, desk, champions, navigator, saving, folders, zone);
    }

    @Override
    public Parent view() {
        return loaded.view();
    }

    @Override
    public void shown() {
        desk.read();
    }

    @Override
    public void receive(ScreenRequest request) {
        if (request instanceof ScreenRequest.Run(String id)) {
            desk.find(id);
        }
    }

    @Override
    public Map<ScreenAction, Runnable> actions() {
        return Map.of(ScreenAction.FILTER, loaded.controller()::focusRuns, ScreenAction.EXPORT,
                () -> PictureFile.choose("Runs", charts.shown(), saving));
    }

    @Override
    public void close() {
        compare.close();
        charts.close();
    }
}
