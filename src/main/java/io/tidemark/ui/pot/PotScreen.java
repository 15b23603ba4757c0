package io.tidemark.ui.pot;

import io.tidemark.ui.chart.ChartCard;
import io.tidemark.ui.screen.Fxml;
import io.tidemark.ui.screen.Navigator;
import io.tidemark.ui.screen.Screen;
import io.tidemark.ui.screen.ScreenAction;
import io.tidemark.ui.screen.ScreenRequest;
import java.util.Map;
import javafx.scene.Parent;

/// The touch data pane as the shell sees it.
public final class PotScreen implements Screen {
    private final PotDesk desk;
    private final OptionsController options;
    private final HistogramsController histograms;
    private final FiguresController figures;
    private final ReplayController replay;
    private final Fxml.Loaded<PotController> loaded;

    private PotScreen(PotState state, PotDesk desk, Navigator navigator, ChartCard.Saving saving) {
        this.desk = desk;
        options = new OptionsController(state, desk, saving.theme());
        histograms = new HistogramsController(state, desk, saving.theme());
        figures = new FiguresController(state, desk, saving);
        replay = new ReplayController(state, saving.theme());
        loaded = new Fxml()
                .with(PotController.class, () -> new PotController(state, desk, navigator, saving.files()))
                .with(FilterController.class, () -> new FilterController(state, desk))
                .with(OptionsController.class, () -> options).with(HistogramsController.class, () -> histograms)
                .with(FiguresController.class, () -> figures).with(ReplayController.class, () -> replay)
                .load(PotController.class);
    }

    /// Makes the screen; options are read when it is first shown.
    public static PotScreen load(PotState state, PotDesk desk, Navigator navigator, ChartCard.Saving saving) {
        return new PotScreen(state, desk, navigator, saving);
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
        if (request instanceof ScreenRequest.OfSymbol(var symbol)) {
            desk.find(symbol);
        }
    }

    @Override
    public Map<ScreenAction, Runnable> actions() {
        return Map.of(ScreenAction.FILTER, loaded.controller()::focusFilter, ScreenAction.EXPORT,
                loaded.controller()::chooseFile);
    }

    @Override
    public void close() {
        options.close();
        histograms.close();
        figures.close();
        replay.close();
    }
}
