package io.tidemark.ui.runs;

import io.tidemark.model.ModelKind;
import io.tidemark.pipeline.RunRow;
import io.tidemark.pipeline.RunTrend;
import io.tidemark.training.LearningCurve;
import io.tidemark.ui.chart.ChartCard;
import io.tidemark.ui.chart.ChartPiece;
import io.tidemark.ui.chart.LineChart;
import io.tidemark.ui.chart.LineChart.Look;
import io.tidemark.ui.chart.NumberText;
import io.tidemark.ui.chart.TrendChart;
import io.tidemark.ui.theme.ThemeSwitch;
import io.tidemark.ui.theme.Token;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Subscription;

/// Accuracy and R² from run to run, and the learning curves of ticked runs over each other.
public final class RunChartsController implements AutoCloseable {
    private final RunsState state;
    private final ChartCard.Saving saving;
    private final TrendChart accuracy;
    private final TrendChart r2;
    private final LineChart curves;
    private Subscription following = Subscription.EMPTY;
    private final InvalidationListener redraw = this::draw;

    @FXML
    private HBox charts;

    RunChartsController(RunsState state, ThemeSwitch theme, ChartCard.Saving saving) {
        this.state = state;
        this.saving = saving;
        accuracy = new TrendChart(theme, "Accuracy", NumberText.percent(1));
        r2 = new TrendChart(theme, "R²", NumberText.decimals(3));
        curves = new LineChart(theme, "Round", "Log-loss", NumberText.decimals(0), NumberText.decimals(2));
    }

    @FXML
    private void initialize() {
        charts.getChildren().setAll(
                card("Accuracy of the regime classifier", "Bars: 95 % interval", accuracy),
                card("R² of the probability of touch", "Bars: 95 % interval", r2));
        state.runs().addListener(redraw);
        draw(state.runs());
        var overlaid = card("Learning curves", "of the last fold", curves);
        following = state.curvesProperty().subscribe(shown -> {
            charts.getChildren().remove(overlaid);
            if (!shown.isEmpty()) {
                charts.getChildren().add(overlaid);
            }
            draw(shown);
        });
    }

    private ChartCard card(String title, String hint, ChartPiece chart) {
        var card = new ChartCard(title, hint, chart, saving);
        HBox.setHgrow(card, Priority.ALWAYS);
        card.setPrefWidth(1);
        return card;
    }

    private void draw(Observable changed) {
        accuracy.show(RunTrend.of(List.copyOf(state.runs()), ModelKind.REGIME_CLASSIFIER));
        r2.show(RunTrend.of(List.copyOf(state.runs()), ModelKind.PROBABILITY_OF_TOUCH));
    }

    private void draw(List<RunsState.Curve> shown) {
        curves.clear();
        boolean mixed = shown.stream().map(each -> each.row().model()).distinct().count() > 1;
        for (int i = 0; i < shown.size(); i++) {
            RunRow row = shown.get(i).row();
            LearningCurve curve = shown.get(i).curve();
            String name = (mixed ? row.model().title() + " " : "Run ") + row.run().number();
            double[] rounds = IntStream.rangeClosed(1, curve.train().length).asDoubleStream().toArray();
            curves.setSeries(name, rounds, curve.validation(), Token.series(i), Look.LINE);
            curves.setSeries(name + ", learned", rounds, curve.train(), Token.series(i), Look.DASHED);
        }
    }

    /// All charts, to be saved as one picture.
    Node shown() {
        return charts;
    }

    @Override
    public void close() {
        state.runs().removeListener(redraw);
        accuracy.close();
        r2.close();
        following.unsubscribe();
        curves.close();
    }
}
