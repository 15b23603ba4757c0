package io.tidemark.ui.training;

import io.tidemark.model.ModelKind;
import io.tidemark.pipeline.RunRow;
import io.tidemark.regime.Regime;
import io.tidemark.training.ClassFigures;
import io.tidemark.training.ClassificationFigures;
import io.tidemark.training.RegimeEvaluation;
import io.tidemark.ui.chart.BarChart;
import io.tidemark.ui.chart.ChartCard;
import io.tidemark.ui.chart.ConfusionCells;
import io.tidemark.ui.chart.HeatGrid;
import io.tidemark.ui.chart.IntervalChart;
import io.tidemark.ui.chart.NumberText;
import io.tidemark.ui.control.FigureText;
import io.tidemark.ui.control.MetricTile;
import io.tidemark.ui.screen.Navigator;
import io.tidemark.ui.screen.ScreenId;
import io.tidemark.ui.screen.ScreenRequest;
import io.tidemark.ui.theme.Token;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// What a regime classifier is worth.
public final class RegimeResultController implements AutoCloseable {
    private final TrainingState state;
    private final Navigator navigator;
    private final ChartCard.Saving saving;
    private final IntervalChart splits;
    private final HeatGrid confusion;
    private final BarChart importance;
    private Subscription following = Subscription.EMPTY;

    @FXML
    private MetricTile accuracy;
    @FXML
    private MetricTile balanced;
    @FXML
    private MetricTile logLoss;
    @FXML
    private MetricTile fidelity;
    @FXML
    private MetricTile skill;
    @FXML
    private HBox splitPlace;
    @FXML
    private Label honest;
    @FXML
    private Label naive;
    @FXML
    private Label warnings;
    @FXML
    private VBox confusionPlace;
    @FXML
    private TableView<ClassFigures> classes;
    @FXML
    private VBox importancePlace;

    RegimeResultController(TrainingState state, Navigator navigator, ChartCard.Saving saving) {
        this.state = state;
        this.navigator = navigator;
        this.saving = saving;
        splits = new IntervalChart(saving.theme(), NumberText.percent(1));
        confusion = new HeatGrid(saving.theme(), "Label", "Predicted");
        importance = new BarChart(saving.theme(), NumberText.decimals(1));
    }

    @FXML
    private void initialize() {
        splitPlace.getChildren().addFirst(wide(new ChartCard("Honest and naive", "Bar: 95 % interval",
                splits, saving)));
        var card = new ChartCard("Confusion matrix",
                navigator.has(ScreenId.REGIMES) ? "Click a cell for its days" : "", confusion, saving);
        VBox.setVgrow(card, Priority.ALWAYS);
        confusionPlace.getChildren().add(card);
        var gain = new ChartCard("Feature importance", "Mean gain of a split", importance, saving);
        VBox.setVgrow(gain, Priority.ALWAYS);
        importancePlace.getChildren().add(gain);
        confusion.setOnCell(this::openDays);
        column("Class", 204, each -> Regime.of(each.id()).code() + "  " + Regime.of(each.id()).title(), false);
        column("Days", 58, each -> FigureText.count(each.support()), true);
        column("Precision", 84, each -> FigureText.percent(each.precision(), 1), true);
        column("Recall", 88,
                each -> each.tooFew() ? "n too small" : FigureText.percent(each.recall(), 1), true);
        column("F1", 76, each -> FigureText.percent(each.f1(), 1), true);
        following = state.shownProperty().subscribe(shown -> {
            if (shown instanceof ShownRun.OfRegime(RunRow row, RegimeEvaluation evaluation)) {
                show(row, evaluation);
            }
        });
    }

    private static ChartCard wide(ChartCard card) {
        HBox.setHgrow(card, Priority.ALWAYS);
        card.setPrefWidth(1);
        return card;
    }

    private void column(String title, double width, Function<ClassFigures, String> text, boolean number) {
        var column = new TableColumn<ClassFigures, String>(title);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
        if (number) {
            column.getStyleClass().add("figure-column");
        }
        classes.getColumns().add(column);
    }

    private void show(RunRow row, RegimeEvaluation evaluation) {
        ClassificationFigures figures = evaluation.honest();
        accuracy.setValue(FigureText.percent(figures.accuracy(), 1));
        accuracy.setInterval(FigureText.percent(evaluation.accuracy().low(), 1) + " – "
                + FigureText.percent(evaluation.accuracy().high(), 1));
        balanced.setValue(FigureText.percent(figures.balancedAccuracy(), 1));
        balanced.setInterval("mean recall");
        logLoss.setValue(FigureText.decimals(figures.logLoss(), 3));
        logLoss.setInterval(FigureText.count(evaluation.rounds()) + " rounds");
        showReadings(row);
        splits.setRows(rows(evaluation));
        honest.setText("Honest split: learned from the past, tested on %,d later days in %d blocks. %s"
                .formatted(figures.rows(), evaluation.folds().size(), evaluation.reading()));
        naive.setText(evaluation.naive().reason());
        warnings.setText(String.join(" ", evaluation.warnings()));
        warnings.setManaged(!evaluation.warnings().isEmpty());
        List<String> names = Stream.of(Regime.values()).map(each -> each.code() + "  " + each.title()).toList();
        confusion.setCells(ConfusionCells.of(names, Stream.of(Regime.values()).map(Regime::code).toList(),
                figures.confusion()));
        classes.getItems().setAll(figures.classes());
        importance.setBars(Importance.bars(evaluation.gain()));
    }

    /// Repeating the rule is one thing, foretelling another: the newest run of each.
    private void showReadings(RunRow shown) {
        Optional<RunRow> repeating = reading(shown, row -> row.horizon() == 0);
        fidelity.setValue(FigureText.percent(repeating.map(RunRow::figure).orElse(null), 1));
        fidelity.setInterval(repeating.map(row -> "run " + row.run().number() + ", same day").orElse("no run yet"));
        Optional<RunRow> foretelling = reading(shown, row -> row.horizon() > 0);
        skill.setValue(foretelling
                .map(row -> FigureText.signed(100 * (row.figure() - row.baseline()), 1) + " points").orElse("–"));
        skill.setInterval(foretelling.map(row -> "run %d, %d ahead, over %s".formatted(row.run().number(),
                row.horizon(), FigureText.percent(row.baseline(), 1))).orElse("train with a horizon of 5"));
    }

    private Optional<RunRow> reading(RunRow shown, Predicate<RunRow> wanted) {
        return wanted.test(shown)
                ? Optional.of(shown)
                : state.runs().stream().filter(row -> row.model() == ModelKind.REGIME_CLASSIFIER).filter(wanted)
                        .findFirst();
    }

    private static List<IntervalChart.Row> rows(RegimeEvaluation evaluation) {
        ClassificationFigures figures = evaluation.honest();
        var rows = new ArrayList<IntervalChart.Row>();
        rows.add(new IntervalChart.Row("Honest split", figures.accuracy(), evaluation.accuracy().low(),
                evaluation.accuracy().high(), Double.NaN, Token.SERIES_1));
        rows.add(IntervalChart.Row.of("Naive split", evaluation.naive().figures().accuracy(), Token.SERIES_2));
        Double persistence = figures.persistenceAccuracy();
        if (persistence != null) {
            rows.add(IntervalChart.Row.of("No change", persistence, Token.INK_MUTED));
        }
        rows.add(IntervalChart.Row.of("Commonest class", figures.majorityAccuracy(), Token.INK_MUTED));
        return rows;
    }

    private void openDays(int label, int predicted) {
        if (state.shownProperty().get() instanceof ShownRun.OfRegime(RunRow row, RegimeEvaluation evaluation)) {
            List<LocalDate> days = evaluation.tested().of(label, predicted);
            if (!days.isEmpty()) {
                String ahead = evaluation.horizon() == 0 ? "" : " %d sessions later".formatted(evaluation.horizon());
                navigator.show(ScreenId.REGIMES, new ScreenRequest.Days("Run %d, labelled %s%s, predicted %s"
                        .formatted(row.run().number(), Regime.of(label).code(), ahead, Regime.of(predicted).code()),
                        days));
            }
        }
    }

    @Override
    public void close() {
        following.unsubscribe();
        splits.close();
        confusion.close();
        importance.close();
    }
}
