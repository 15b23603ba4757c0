package io.tidemark.ui.regimes;

import io.tidemark.ui.chart.ChartCard;
import io.tidemark.ui.chart.PictureFile;
import io.tidemark.ui.screen.Fxml;
import io.tidemark.ui.screen.Navigator;
import io.tidemark.ui.screen.Screen;
import io.tidemark.ui.screen.ScreenAction;
import io.tidemark.ui.screen.ScreenRequest;
import io.tidemark.ui.theme.ThemeSwitch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.Parent;

/// The regimes pane as the shell sees it.
public final class RegimesScreen implements Screen {
    private final RegimesDesk desk;
    private final List<AutoCloseable> parts = new ArrayList<>();
    private final Fxml.Loaded<RegimesController> loaded;

    private final ChartCard.Saving saving;

    private RegimesScreen(RegimesState state, RegimesDesk desk, ChartCard.Saving saving, Navigator navigator) {
        this.desk = desk;
        this.saving = saving;
        ThemeSwitch theme = saving.theme();
        loaded = new Fxml().with(RegimesController.class, () -> new RegimesController(state, desk, navigator))
                .with(DaysController.class, () -> kept(new DaysController(state, theme)))
                .with(DayCardController.class, () -> kept(new DayCardController(state, desk)))
                .with(RulesController.class, () -> kept(new RulesController(state, desk)))
                .with(MarksController.class, () -> kept(new MarksController(state, desk)))
                .with(SpellsController.class, () -> kept(new SpellsController(state)))
                .with(FiguresController.class, () -> kept(new FiguresController(state, theme)))
                .load(RegimesController.class);
    }

    private <C extends AutoCloseable> C kept(C part) {
        parts.add(part);
        return part;
    }

    /// Makes the screen; days are read when it is first shown.
    ///
    /// @param saving for a picture of the charts
    public static RegimesScreen load(RegimesState state, RegimesDesk desk, ChartCard.Saving saving,
            Navigator navigator) {
        return new RegimesScreen(state, desk, saving, navigator);
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
        switch (request) {
            case ScreenRequest.Day(var day) -> desk.goTo(day);
            case ScreenRequest.Days(var title, var days) -> desk.tour(title, days);
            case ScreenRequest.OfSymbol ignored -> {
                // the regimes are those of the market, whatever the symbol
            }
            case ScreenRequest.Run ignored -> {
                // runs have a screen of their own
            }
        }
    }

    @Override
    public Map<ScreenAction, Runnable> actions() {
        return Map.of(ScreenAction.FILTER, loaded.controller()::focusDate, ScreenAction.EXPORT,
                () -> PictureFile.choose("Regimes", loaded.controller().charts(), saving));
    }

    @Override
    public void close() {
        loaded.controller().close();
        for (AutoCloseable part : parts) {
            try {
                part.close();
            } catch (Exception e) {
                throw new IllegalStateException("a part of the regimes pane does not close", e);
            }
        }
    }
}
