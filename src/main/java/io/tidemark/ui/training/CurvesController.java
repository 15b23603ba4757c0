package io.tidemark.ui.training;

import io.tidemark.training.LearningCurve;
import io.tidemark.ui.chart.ChartCard;
import io.tidemark.ui.chart.LineChart;
import io.tidemark.ui.chart.LineChart.Look;
import io.tidemark.ui.chart.NumberText;
import io.tidemark.ui.theme.Token;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.fxml.FXML;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// Log-loss round by round, while a training runs and afterwards.
public final class CurvesController implements AutoCloseable {
    private static final NumberText WHOLE = value -> value == Math.rint(value) ? "%.0f".formatted(value) : "";

    private final TrainingState state;
    private final ChartCard.Saving saving;
    private final LineChart chart;
    private final Map<String, Integer> drawn = new HashMap<>();
    private Subscription following = Subscription.EMPTY;

    @FXML
    private VBox curves;

    CurvesController(TrainingState state, ChartCard.Saving saving) {
        this.state = state;
        this.saving = saving;
        chart = new LineChart(saving.theme(), "Round", "Log-loss", WHOLE, NumberText.decimals(3));
    }

    @FXML
    private void initialize() {
        var card = new ChartCard("Learning curves",
                "Solid: on later days, which decide when to stop. Dashed: on the rows learned from.", chart, saving);
        VBox.setVgrow(card, Priority.ALWAYS);
        curves.getChildren().add(card);
        following = state.curvesProperty().subscribe(this::draw);
    }

    /// Draws what has grown since the last time; all anew when a curve is gone or shorter.
    private void draw(List<LearningCurve> shown) {
        long kept = shown.stream().filter(each -> drawn.getOrDefault(each.phase(), 0) <= each.train().length
                && drawn.containsKey(each.phase())).count();
        if (kept < drawn.size() || !state.trainingProperty().get()) {
            chart.clear();
            drawn.clear();
        }
        for (int i = 0; i < shown.size(); i++) {
            LearningCurve curve = shown.get(i);
            if (drawn.getOrDefault(curve.phase(), 0) < curve.train().length) {
                drawn.put(curve.phase(), curve.train().length);
                drawOne(curve, Token.series(i));
            }
        }
    }

    private void drawOne(LearningCurve curve, Token token) {
        String name = curve.phase().substring(0, 1).toUpperCase(Locale.ROOT) + curve.phase().substring(1);
        double[] rounds = IntStream.rangeClosed(1, curve.train().length).asDoubleStream().toArray();
        if (curve.validation().length > 0) {
            chart.setSeries(name, rounds, curve.validation(), token, Look.LINE);
            chart.setSeries(name + ", learned", rounds, curve.train(), token, Look.DASHED);
        } else {
            chart.setSeries(name + ", learned", rounds, curve.train(), Token.INK_MUTED, Look.DASHED);
        }
    }

    @Override
    public void close() {
        following.unsubscribe();
        chart.close();
    }
}
