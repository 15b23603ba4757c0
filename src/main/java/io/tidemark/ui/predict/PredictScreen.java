package io.tidemark.ui.predict;

import io.tidemark.ui.chart.ChartCard;
import io.tidemark.ui.screen.Fxml;
import io.tidemark.ui.screen.Navigator;
import io.tidemark.ui.screen.Screen;
import io.tidemark.ui.screen.ScreenAction;
import io.tidemark.ui.screen.ScreenRequest;
import java.util.Map;
import javafx.scene.Parent;

/// The predictions pane as the shell sees it.
public final class PredictScreen implements Screen {
    private final PredictDesk desk;
    private final Fxml.Loaded<PredictController> loaded;

    private PredictScreen(PredictState state, PredictDesk desk, Navigator navigator, ChartCard.Saving saving) {
        this.desk = desk;
        loaded = Fxml.load(PredictController.class, () -> new PredictController(state, desk, navigator, saving));
    }

    /// Makes the screen; the models are asked whenever it comes to the front.
    public static PredictScreen load(PredictState state, PredictDesk desk, Navigator navigator,
            ChartCard.Saving saving) {
        return new PredictScreen(state, desk, navigator, saving);
    }

    @Override
    public Parent view() {
        return loaded.view();
    }

    @Override
    public void shown() {
        desk.ask();
    }

    @Override
    public void receive(ScreenRequest request) {
        if (request instanceof ScreenRequest.OfSymbol(var symbol)) {
            desk.choose(symbol);
        }
    }

    @Override
    public Map<ScreenAction, Runnable> actions() {
        return Map.of(ScreenAction.FILTER, loaded.controller()::focusSymbols);
    }

    @Override
    public void close() {
        loaded.controller().close();
    }
}
