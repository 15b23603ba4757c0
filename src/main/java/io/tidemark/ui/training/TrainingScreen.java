package io.tidemark.ui.training;

import io.tidemark.ui.chart.ChartCard;
import io.tidemark.ui.chart.PictureFile;
import io.tidemark.ui.screen.Fxml;
import io.tidemark.ui.screen.Navigator;
import io.tidemark.ui.screen.Screen;
import io.tidemark.ui.screen.ScreenAction;
import io.tidemark.ui.screen.ScreenRequest;
import java.time.ZoneId;
import java.util.Map;
import javafx.scene.Parent;

/// The training pane as the shell sees it.
public final class TrainingScreen implements Screen {
    private final TrainingDesk desk;
    private final ChartCard.Saving saving;
    private final CurvesController curves;
    private final RegimeResultController regime;
    private final PotResultController pot;
    private final Fxml.Loaded<TrainingController> loaded;

    private TrainingScreen(TrainingState state, TrainingDesk desk, Navigator navigator, ChartCard.Saving saving,
            ZoneId zone) {
        this.desk = desk;
        this.saving = saving;
        curves = new CurvesController(state, saving);
        regime = new RegimeResultController(state, navigator, saving);
        pot = new PotResultController(state, saving);
        loaded = new Fxml().with(TrainingController.class, () -> new TrainingController(state, desk, navigator, zone))
                .with(ParametersController.class, () -> new ParametersController(state, desk, saving.work()))
                .with(CurvesController.class, () -> curves).with(RegimeResultController.class, () -> regime)
                .with(PotResultController.class, () -> pot)
                .with(LeaksController.class, () -> new LeaksController(state, desk)).load(TrainingController.class);
    }

    /// Makes the screen; runs are read when it is first shown.
    public static TrainingScreen load(TrainingState state, TrainingDesk desk, Navigator navigator,
            ChartCard.Saving saving, ZoneId zone) {
        return new TrainingScreen(state, desk, navigator, saving, zone);
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
        return Map.of(ScreenAction.RETRAIN, desk::retrain, ScreenAction.EXPORT,
                () -> PictureFile.choose(loaded.controller().sideName(), loaded.controller().side(), saving));
    }

    @Override
    public void close() {
        desk.close();
        curves.close();
        regime.close();
        pot.close();
    }
}
