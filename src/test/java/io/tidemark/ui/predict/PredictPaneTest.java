package io.tidemark.ui.predict;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.market.DataSource;
import io.tidemark.market.Symbol;
import io.tidemark.model.RegimeForecast;
import io.tidemark.pipeline.RegimeNow;
import io.tidemark.pipeline.TouchNow;
import io.tidemark.regime.Regime;
import io.tidemark.touch.OptionRight;
import io.tidemark.touch.TouchGrid;
import io.tidemark.ui.GivenFiles;
import io.tidemark.ui.ToldShell;
import io.tidemark.ui.UiWindow;
import io.tidemark.ui.chart.ChartCard;
import io.tidemark.ui.chart.HeatGrid;
import io.tidemark.ui.predict.PredictState.Phase;
import io.tidemark.ui.screen.ScreenId;
import io.tidemark.ui.task.RunningWork;
import io.tidemark.ui.task.Workers;
import io.tidemark.workspace.Workspace;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Label;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class PredictPaneTest {
    private static final LocalDate FRIDAY = LocalDate.of(2024, 12, 20);
    private static final DataSource SOURCE = new DataSource(DataSource.Kind.DEMO, "42");

    @RegisterExtension
    final UiWindow ui = new UiWindow();

    @TempDir
    private Path folder;

    private final Workers workers = new Workers();
    private final ToldShell told = new ToldShell();
    private final PredictState state = new PredictState();
    @SuppressWarnings("NullAway.Init") // made in each test
    private PredictScreen screen;

    private void open() {
        ui.show(() -> {
            var work = new RunningWork(workers.work());
            var desk = new PredictDesk(Workspace.at(folder), Clock.systemUTC(), state, work);
            screen = PredictScreen.load(state, desk, told,
                    new ChartCard.Saving(ui.theme(), work, told, GivenFiles.none()));
            return screen.view();
        });
    }

    @AfterEach
    void close() {
        UiWindow.onFx(() -> {
            screen.close();
            return screen;
        });
        workers.close();
    }

    private void answer(Answer<RegimeNow> regime, Answer<TouchNow> touches) {
        UiWindow.onFx(() -> {
            state.symbols().setAll(Symbol.of("SPY"), Symbol.of("TSLA"));
            state.symbolProperty().set(Symbol.of("SPY"));
            state.regimeProperty().set(regime);
            state.touchesProperty().set(touches);
            state.phaseProperty().set(Phase.ANSWERED);
            return state;
        });
        UiWindow.settle();
    }

    private static Answer<RegimeNow> regime() {
        var forecast = new RegimeForecast(Regime.LOW_VOL_NEUTRAL, Map.of(Regime.BULL_TRENDING, 0.132,
                Regime.BEAR_TRENDING, 0.041, Regime.HIGH_VOL_NEUTRAL, 0.007, Regime.LOW_VOL_NEUTRAL, 0.815,
                Regime.EXTREME_STRESS, 0.005));
        return new Answer.Given<>(new RegimeNow(FRIDAY, SOURCE, 3, 0, forecast, Map.of("vix", 14.2f), List.of()));
    }

    private static TouchNow touches() {
        var rungs = new ArrayList<TouchGrid.Rung>();
        for (int i = 7; i >= -7; i--) {
            if (i != 0) {
                rungs.add(new TouchGrid.Rung(i > 0 ? OptionRight.CALL : OptionRight.PUT, 590 + 8 * i));
            }
        }
        List<LocalDate> days = FRIDAY.plusDays(7).datesUntil(FRIDAY.plusDays(63), Period.ofDays(7)).toList();
        var rows = new ArrayList<List<TouchNow.Cell>>();
        for (TouchGrid.Rung rung : rungs) {
            var row = new ArrayList<TouchNow.Cell>();
            for (int day = 1; day <= days.size(); day++) {
                double p = Math.exp(-Math.abs(rung.strike() - 591.3) / (9 * Math.sqrt(day)));
                row.add(new TouchNow.Cell(p, 0.95 * p, p > 0.06));
            }
            rows.add(row);
        }
        return new TouchNow(new TouchNow.Spot(Symbol.of("SPY"), FRIDAY, SOURCE, 591.3, 0.142), 4,
                new TouchGrid(rungs, days), rows);
    }

    private String text(String id) {
        return UiWindow.onFx(() -> ui.robot().lookup(id).<Label>query().getText());
    }

    @Test
    void itLooksAsItShould() {
        open();
        answer(regime(), new Answer.Given<>(touches()));
        ui.pictures("predict");
        assertThat(text("#session")).isEqualTo("after the close of 2024-12-20");
        assertThat(text("#demo")).isEqualTo("DEMO");
    }

    @Test
    void theCellsLieAroundTheCloseAndMarkWhatWasNotLearned() {
        open();
        HeatGrid.Cells cells = TouchCells.of(touches());
        assertThat(cells.rows()).hasSize(15).startsWith("C 646.00").endsWith("P 534.00");
        assertThat(cells.rows().get(7)).isEqualTo("Close 591.30");
        assertThat(cells.heat()[7]).containsOnly(Double.NaN);
        assertThat(cells.columns()).hasSize(8).startsWith("27 Dec");
        assertThat(cells.texts()[6][0]).isEqualTo("47 %");
        assertThat(cells.texts()[0][0]).isEqualTo("0 % *");
        assertThat(cells.details()[6][0]).isEqualTo("C 598.00 by 2024-12-27: touched with 47.5 %; closed form 45.1 %");
        assertThat(cells.details()[0][0]).contains("a guess");
    }

    @Test
    void oneModelAnswersThoughTheOtherCannot() {
        open();
        answer(regime(), new Answer.Withheld<>("No probability_of_touch is in use yet."));
        assertThat(text("#touchTrouble")).isEqualTo("No probability_of_touch is in use yet.");
        assertThat(text("#regimeTrouble")).isEmpty();
        ui.picture("predict-half");
    }

    @Test
    void anEmptyWorkspaceLeadsToTheGuide() {
        open();
        UiWindow.onFx(() -> {
            screen.shown();
            return screen;
        });
        UiWindow.until("an answer", () -> state.phaseProperty().get() == Phase.SILENT);
        UiWindow.settle();
        assertThat(state.regimeProperty().get().trouble()).contains("No run of the regime classifier is in use yet");
        ui.picture("predict-empty");
        ui.robot().clickOn("Open the set-up guide");
        assertThat(told.shown()).containsExactly(ScreenId.SETUP);
    }
}
