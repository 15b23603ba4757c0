package io.tidemark.ui.training;

import io.tidemark.pipeline.RunRow;
import io.tidemark.training.CalibrationBin;
import io.tidemark.training.Interval;
import io.tidemark.training.PotEvaluation;
import io.tidemark.training.PotSlice;
import io.tidemark.training.ProbabilityFigures;
import io.tidemark.ui.chart.BarChart;
import io.tidemark.ui.chart.CalibrationChart;
import io.tidemark.ui.chart.ChartCard;
import io.tidemark.ui.chart.IntervalChart;
import io.tidemark.ui.chart.NumberText;
import io.tidemark.ui.control.FigureText;
import io.tidemark.ui.control.MetricTile;
import io.tidemark.ui.theme.Token;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// What a probability of touch is worth, beside the closed form that needs no model.
public final class PotResultController implements AutoCloseable {
    private static final double SLICING_WIDTH = 134;

    private final TrainingState state;
    private final ChartCard.Saving saving;
    private final IntervalChart splits;
    private final CalibrationChart calibration;
    private final IntervalChart slices;
    private final BarChart importance;
    private final ComboBox<Slicing> slicing = new ComboBox<>();
    private Subscription following = Subscription.EMPTY;

    @FXML
    private MetricTile r2;
    @FXML
    private MetricTile gain;
    @FXML
    private MetricTile brier;
    @FXML
    private MetricTile logLoss;
    @FXML
    private MetricTile auc;
    @FXML
    private MetricTile ece;
    @FXML
    private HBox splitPlace;
    @FXML
    private Label honest;
    @FXML
    private Label naive;
    @FXML
    private Label warnings;
    @FXML
    private VBox calibrationPlace;
    @FXML
    private VBox slicePlace;
    @FXML
    private VBox importancePlace;

    /// How the options are told apart.
    private enum Slicing {
        SYMBOL("by symbol"), SIDE("by side"), DAYS("by days left"), Z("by distance z"), ORIGIN("by origin");

        private final String words;

        Slicing(String words) {
            this.words = words;
        }

        boolean has(PotSlice slice) {
            return slice.dimension().equalsIgnoreCase(name());
        }
    }

    PotResultController(TrainingState state, ChartCard.Saving saving) {
        this.state = state;
        this.saving = saving;
        splits = new IntervalChart(saving.theme(), NumberText.decimals(3));
        calibration = new CalibrationChart(saving.theme());
        slices = new IntervalChart(saving.theme(), NumberText.decimals(3));
        importance = new BarChart(saving.theme(), NumberText.decimals(1));
    }

    @FXML
    private void initialize() {
        var card = new ChartCard("Honest and naive", "Bar: 95 % interval", splits, saving);
        HBox.setHgrow(card, Priority.ALWAYS);
        card.setPrefWidth(1);
        splitPlace.getChildren().addFirst(card);
        place(calibrationPlace, new ChartCard("Calibration", "Ten groups of equal size", calibration, saving));
        var sliced = new ChartCard("R²", "Dot: model, stroke: closed form", slices, saving);
        slicing.getItems().setAll(Slicing.values());
        slicing.setConverter(new Words());
        slicing.setValue(Slicing.SYMBOL);
        slicing.setAccessibleText("How options are told apart");
        slicing.setPrefWidth(SLICING_WIDTH);
        sliced.header().getActions().addFirst(slicing);
        place(slicePlace, sliced);
        place(importancePlace, new ChartCard("Feature importance", "Mean gain of a split", importance, saving));
        following = Subscription.combine(state.shownProperty().subscribe(this::show),
                slicing.valueProperty().subscribe(this::slice));
    }

    private static void place(VBox where, ChartCard card) {
        VBox.setVgrow(card, Priority.ALWAYS);
        where.getChildren().add(card);
    }

    private void show(@Nullable ShownRun shown) {
        if (shown instanceof ShownRun.OfTouch(RunRow _, PotEvaluation evaluation)) {
            showTiles(evaluation);
            splits.setRows(rows(evaluation));
            splits.setCeiling(evaluation.ceiling(), "above what chance allows");
            honest.setText(
                    ("Honest split: learned from options that had expired, tested on %,d later ones in %d blocks. "
                            + "Chance sets a ceiling of R² %.3f, estimated with the closed form.").formatted(
                                    evaluation.honest().model().rows(), evaluation.folds().size(),
                                    evaluation.ceiling()));
            naive.setText(evaluation.naive().reason());
            warnings.setText(String.join(" ", evaluation.warnings()));
            warnings.setManaged(!evaluation.warnings().isEmpty());
            curve("Closed form", evaluation.honest().baseline(), Token.CLOSED_FORM);
            curve("Model", evaluation.honest().model(), Token.SERIES_1);
            importance.setBars(Importance.bars(evaluation.gain()));
            slice();
        }
    }

    private void showTiles(PotEvaluation evaluation) {
        ProbabilityFigures model = evaluation.honest().model();
        ProbabilityFigures formula = evaluation.honest().baseline();
        r2.setValue(FigureText.decimals(model.r2(), 3));
        r2.setInterval(span(evaluation.r2()));
        double more = orNaN(model.r2()) - orNaN(formula.r2());
        gain.setValue(FigureText.signed(more, 3));
        gain.setInterval(span(evaluation.r2Gain()));
        gain.setMood(evaluation.r2Gain().low() > 0 ? MetricTile.Mood.GOOD : MetricTile.Mood.PLAIN);
        brier.setValue(FigureText.decimals(model.brier(), 4));
        brier.setInterval("closed form " + FigureText.decimals(formula.brier(), 4));
        logLoss.setValue(FigureText.decimals(model.logLoss(), 3));
        logLoss.setInterval("closed form " + FigureText.decimals(formula.logLoss(), 3));
        auc.setValue(FigureText.decimals(model.auc(), 3));
        auc.setInterval("closed form " + FigureText.decimals(formula.auc(), 3));
        ece.setValue(FigureText.decimals(model.ece(), 3));
        ece.setInterval("closed form " + FigureText.decimals(formula.ece(), 3));
    }

    private static String span(Interval interval) {
        return FigureText.decimals(interval.low(), 3) + " – " + FigureText.decimals(interval.high(), 3);
    }

    private static double orNaN(@Nullable Double figure) {
        return Objects.requireNonNullElse(figure, Double.NaN);
    }

    private static List<IntervalChart.Row> rows(PotEvaluation evaluation) {
        return List.of(
                new IntervalChart.Row("Honest split", orNaN(evaluation.honest().model().r2()), evaluation.r2().low(),
                        evaluation.r2().high(), Double.NaN, Token.SERIES_1),
                IntervalChart.Row.of("Naive split", orNaN(evaluation.naive().figures().model().r2()), Token.SERIES_2),
                IntervalChart.Row.of("Closed form", orNaN(evaluation.honest().baseline().r2()), Token.CLOSED_FORM));
    }

    private void curve(String name, ProbabilityFigures figures, Token token) {
        calibration.setModel(name, column(figures, CalibrationBin::predicted),
                column(figures, CalibrationBin::observed), token);
    }

    private static double[] column(ProbabilityFigures figures, ToDoubleFunction<CalibrationBin> value) {
        return figures.calibration().stream().mapToDouble(value).toArray();
    }

    private void slice() {
        if (state.shownProperty().get() instanceof ShownRun.OfTouch(RunRow _, PotEvaluation evaluation)) {
            slices.setRows(evaluation.slices().stream().filter(slicing.getValue()::has)
                    .map(PotResultController::row).toList());
        }
    }

    private static IntervalChart.Row row(PotSlice slice) {
        return new IntervalChart.Row(slice.value() + (slice.tooFew() ? " (n too small)" : ""),
                orNaN(slice.figures().model().r2()), Double.NaN, Double.NaN, orNaN(slice.figures().baseline().r2()),
                Token.SERIES_1);
    }

    @Override
    public void close() {
        following.unsubscribe();
        splits.close();
        calibration.close();
        slices.close();
        importance.close();
    }

    private static final class Words extends StringConverter<Slicing> {
        @Override
        public String toString(@Nullable Slicing slicing) {
            return slicing == null ? "" : slicing.words;
        }

        @Override
        public @Nullable Slicing fromString(String text) {
            return null; // chosen, never typed
        }
    }
}
