package io.tidemark.ui.predict;

import io.tidemark.market.Symbol;
import io.tidemark.pipeline.RegimeNow;
import io.tidemark.pipeline.TouchNow;
import io.tidemark.ui.chart.BarChart;
import io.tidemark.ui.chart.ChartCard;
import io.tidemark.ui.chart.HeatGrid;
import io.tidemark.ui.chart.NumberText;
import io.tidemark.ui.control.EmptyState;
import io.tidemark.ui.control.FigureText;
import io.tidemark.ui.control.MetricTile;
import io.tidemark.ui.control.Shown;
import io.tidemark.ui.predict.PredictState.Phase;
import io.tidemark.ui.screen.Navigator;
import io.tidemark.ui.screen.ScreenId;
import io.tidemark.ui.theme.Token;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// The predictions pane: shows what the models say, and has a symbol chosen.
public final class PredictController implements AutoCloseable {
    private final PredictState state;
    private final PredictDesk desk;
    private final Navigator navigator;
    private final ChartCard.Saving saving;
    private final BarChart odds;
    private final HeatGrid surface;
    private Subscription bound = Subscription.EMPTY;

    @FXML
    private ProgressIndicator asking;
    @FXML
    private EmptyState silent;
    @FXML
    private Node answers;
    @FXML
    private Label session;
    @FXML
    private Label demo;
    @FXML
    private ComboBox<Symbol> symbols;
    @FXML
    private MetricTile regime;
    @FXML
    private MetricTile close;
    @FXML
    private MetricTile volatility;
    @FXML
    private VBox oddsPlace;
    @FXML
    private StackPane surfacePlace;
    @FXML
    private Label regimeTrouble;
    @FXML
    private Label touchTrouble;

    PredictController(PredictState state, PredictDesk desk, Navigator navigator, ChartCard.Saving saving) {
        this.state = state;
        this.desk = desk;
        this.navigator = navigator;
        this.saving = saving;
        odds = new BarChart(saving.theme(), NumberText.percent(1));
        surface = new HeatGrid(saving.theme(), "Strike", "Touched by the close of");
    }

    @FXML
    private void initialize() {
        shownIn(asking, Phase.ASKING);
        shownIn(silent, Phase.SILENT);
        shownIn(answers, Phase.ANSWERED);
        var oddsCard = new ChartCard("Each regime", "Its probability", odds, saving);
        oddsPlace.getChildren().add(oddsCard);
        var surfaceCard = new ChartCard("Probability of a touch",
                "Calls above the close, puts below. * unlike what the model has learned from", surface, saving);
        VBox.setVgrow(surfaceCard, Priority.ALWAYS);
        surfacePlace.getChildren().add(surfaceCard);
        symbols.setItems(state.symbols());
        symbols.disableProperty().bind(Bindings.isEmpty(state.symbols()));
        symbols.valueProperty().subscribe(symbol -> {
            if (symbol != null) {
                desk.choose(symbol);
            }
        });
        bound = Subscription.combine(state.symbolProperty().subscribe(symbols::setValue),
                state.regimeProperty().subscribe(this::showRegime),
                state.touchesProperty().subscribe(this::showTouches));
        hiddenWhenEmpty(regimeTrouble);
        hiddenWhenEmpty(touchTrouble);
        hiddenWhenEmpty(demo);
        oddsCard.visibleProperty().bind(regimeTrouble.textProperty().isEmpty());
        surfaceCard.visibleProperty().bind(touchTrouble.textProperty().isEmpty());
    }

    private void shownIn(Node node, Phase phase) {
        node.visibleProperty().bind(state.phaseProperty().isEqualTo(phase));
    }

    private static void hiddenWhenEmpty(Label label) {
        Shown.when(label, label.textProperty().isNotEmpty());
    }

    private void showRegime(Answer<RegimeNow> answer) {
        regimeTrouble.setText(answer.trouble());
        silent.setSentence(answer.trouble());
        answer.value().ifPresent(now -> {
            session.setText("after the close of " + now.session());
            demo.setText(now.source().isDemo() ? "DEMO" : "");
            regime.setName(now.horizon() == 0 ? "Regime" : "Regime in " + now.horizon() + " sessions");
            regime.setValue(now.forecast().regime().title());
            odds.setBars(now.forecast().probabilities().entrySet().stream().map(each -> new BarChart.Bar(
                    each.getKey().title(), each.getValue(), Token.ofRegime(each.getKey().id()))).toList());
        });
        regime.setInterval(answer.value().map(now -> FigureText.percent(now.forecast().probability(), 1) + ", run "
                + now.run()).orElse(""));
    }

    private void showTouches(Answer<TouchNow> answer) {
        touchTrouble.setText(answer.trouble());
        answer.value().ifPresent(now -> {
            TouchNow.Spot spot = now.spot();
            close.setName(spot.symbol() + " closed at");
            close.setValue(FigureText.decimals(spot.close(), 2));
            close.setInterval(spot.session().toString());
            volatility.setValue(FigureText.percent(spot.impliedVolatility(), 1));
            volatility.setInterval("touch model: run " + now.run());
            surface.setCells(TouchCells.of(now));
        });
    }

    @FXML
    private void onAsk() {
        desk.ask();
    }

    @FXML
    private void onGuide() {
        navigator.show(ScreenId.SETUP);
    }

    /// Puts the keyboard into the choice of symbols.
    void focusSymbols() {
        symbols.requestFocus();
    }

    @Override
    public void close() {
        bound.unsubscribe();
        odds.close();
        surface.close();
    }
}
