package io.tidemark.ui.overview;

import io.tidemark.history.BarManifest;
import io.tidemark.model.ModelKind;
import io.tidemark.pipeline.DriftReport;
import io.tidemark.pipeline.RunTrend;
import io.tidemark.pipeline.WorkspaceOverview;
import io.tidemark.pipeline.WorkspaceOverview.Model;
import io.tidemark.pipeline.WorkspaceOverview.Need;
import io.tidemark.regime.Regime;
import io.tidemark.ui.chart.BarChart;
import io.tidemark.ui.chart.ChartCard;
import io.tidemark.ui.chart.NumberText;
import io.tidemark.ui.chart.TrendChart;
import io.tidemark.ui.control.EmptyState;
import io.tidemark.ui.control.FigureText;
import io.tidemark.ui.control.MetricTile;
import io.tidemark.ui.control.Shown;
import io.tidemark.ui.screen.Navigator;
import io.tidemark.ui.screen.ScreenId;
import io.tidemark.ui.task.RunningWork;
import io.tidemark.ui.theme.Token;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/// Shows what the workspace holds, and leads a person who has nothing yet to the first step.
public final class OverviewController {
    private static final double ROW = 28;
    private static final double FRAME = 8;
    private static final String BY_RUN = "Bars: 95 % interval";

    private final OverviewState state;
    private final OverviewDesk desk;
    private final Navigator navigator;
    private final RunningWork work;
    private final BarChart chart;
    private final TrendChart accuracies;
    private final TrendChart fits;
    private final ChartCard labels;
    private final List<ChartCard> byRun;
    private final BooleanProperty unfinished = new SimpleBooleanProperty(this, "unfinished");

    @FXML
    private EmptyState empty;
    @FXML
    private Button guide;
    @FXML
    private Node start;
    @FXML
    private Node progress;
    @FXML
    private ProgressBar bar;
    @FXML
    private Label doing;
    @FXML
    private Node trouble;
    @FXML
    private Label troubleText;
    @FXML
    private Node filled;
    @FXML
    private Node nextStep;
    @FXML
    private Button finish;
    @FXML
    private MetricTile bars;
    @FXML
    private MetricTile days;
    @FXML
    private MetricTile options;
    @FXML
    private MetricTile accuracy;
    @FXML
    private MetricTile fit;
    @FXML
    private MetricTile age;
    @FXML
    private MetricTile drift;
    @FXML
    private Node drifts;
    @FXML
    private Label driftText;
    @FXML
    private HBox parts;
    @FXML
    private HBox trends;
    @FXML
    private TableView<BarManifest> table;
    @FXML
    private TableColumn<BarManifest, String> symbolColumn;
    @FXML
    private TableColumn<BarManifest, String> barsColumn;
    @FXML
    private TableColumn<BarManifest, String> rangeColumn;
    @FXML
    private TableColumn<BarManifest, String> sourceColumn;

    OverviewController(OverviewState state, OverviewDesk desk, Navigator navigator, RunningWork work,
            ChartCard.Saving saving) {
        this.state = state;
        this.desk = desk;
        this.navigator = navigator;
        this.work = work;
        chart = new BarChart(saving.theme(), NumberText.decimals(0));
        accuracies = new TrendChart(saving.theme(), "Accuracy", NumberText.percent(1));
        fits = new TrendChart(saving.theme(), "R²", NumberText.decimals(3));
        labels = card(new ChartCard("Labelled days", "by regime", chart, saving));
        byRun = List.of(card(new ChartCard("Accuracy of the regime classifier", BY_RUN, accuracies, saving)),
                card(new ChartCard("R² of the probability of touch", BY_RUN, fits, saving)));
    }

    @FXML
    private void initialize() {
        guide.setVisible(navigator.has(ScreenId.SETUP));
        guide.setManaged(guide.isVisible());
        bar.progressProperty().bind(state.doneProperty());
        doing.textProperty().bind(state.doingProperty());
        Shown.when(progress, state.runningProperty());
        Shown.when(trouble, state.troubleProperty().isNotEmpty());
        troubleText.textProperty().bind(state.troubleProperty());
        var nothing = Bindings.createBooleanBinding(() -> isEmpty(state.overviewProperty().get()),
                state.overviewProperty());
        Shown.when(start, nothing.and(state.runningProperty().not()));
        Shown.when(filled, nothing.not().and(state.overviewProperty().isNotNull()));
        Shown.when(nextStep, unfinished.and(state.runningProperty().not()));
        empty.visibleProperty().bind(start.visibleProperty());
        finish.defaultButtonProperty().bind(nextStep.visibleProperty());
        empty.disableProperty().bind(work.writing());
        symbolColumn.setCellValueFactory(cell -> new ReadOnlyStringWrapper(cell.getValue().symbol()));
        barsColumn.setCellValueFactory(cell -> new ReadOnlyStringWrapper(FigureText.count(cell.getValue().rows())));
        rangeColumn.setCellValueFactory(cell -> new ReadOnlyStringWrapper(
                cell.getValue().firstDate() + " to " + cell.getValue().lastDate()));
        sourceColumn.setCellValueFactory(cell -> new ReadOnlyStringWrapper(cell.getValue().source().text()));
        table.setFixedCellSize(ROW);
        parts.getChildren().add(labels);
        trends.getChildren().setAll(byRun);
        Shown.when(drifts, driftText.textProperty().isNotEmpty());
        state.driftProperty().subscribe(this::showDrift);
        state.overviewProperty().subscribe(this::show);
    }

    private static ChartCard card(ChartCard card) {
        HBox.setHgrow(card, Priority.ALWAYS);
        card.setPrefWidth(1);
        return card;
    }

    private static boolean isEmpty(@Nullable WorkspaceOverview overview) {
        return overview != null && overview.need() == Need.SET_UP;
    }

    private void show(@Nullable WorkspaceOverview found) {
        if (found == null) {
            return;
        }
        table.getItems().setAll(found.bars());
        table.setPrefHeight(ROW * (found.bars().size() + 1) + FRAME);
        accuracies.show(RunTrend.of(List.copyOf(state.runs()), ModelKind.REGIME_CLASSIFIER));
        fits.show(RunTrend.of(List.copyOf(state.runs()), ModelKind.PROBABILITY_OF_TOUCH));
        bars.setValue(Integer.toString(found.bars().size()));
        bars.setInterval(found.firstDate().flatMap(first -> found.lastDate().map(last -> first + " to " + last))
                .orElse("no bars yet"));
        trends.setVisible(!state.runs().isEmpty());
        labels.setVisible(!found.labels().isEmpty());
        days.setValue(counted(found.labelledDays()));
        options.setValue(counted(found.options()));
        showFigure(accuracy, found.regime(), "accuracy", share -> FigureText.percent(share, 1));
        showFigure(fit, found.touch(), "r2", value -> FigureText.decimals(value, 3));
        age.setValue(found.older().map(model -> days(model.days())).orElse(FigureText.MISSING));
        age.setInterval(found.older().map(OverviewController::since).orElse("not trained yet"));
        age.setMood(found.need() == Need.RETRAIN ? MetricTile.Mood.WARNING : MetricTile.Mood.PLAIN);
        chart.setBars(IntStream.range(0, found.labels().size())
                .mapToObj(id -> new BarChart.Bar(Regime.of(id).code() + "  " + Regime.of(id).title(),
                        found.labels().get(id), Token.ofRegime(id)))
                .toList());
        unfinished.set(found.need() == Need.FINISH_SET_UP);
    }

    private void showDrift(@Nullable DriftReport report) {
        List<String> warnings = report == null ? List.of() : report.warnings();
        drift.setValue(report == null ? FigureText.MISSING : Integer.toString(warnings.size()));
        drift.setInterval(report == null ? "not looked for yet" : "last 63 and 252 sessions");
        drift.setMood(warnings.isEmpty() ? MetricTile.Mood.PLAIN : MetricTile.Mood.WARNING);
        driftText.setText(String.join("\n", warnings));
    }

    private static String counted(int count) {
        return count == 0 ? FigureText.MISSING : FigureText.count(count);
    }

    private static String days(long count) {
        return count == 0 ? "today" : count == 1 ? "1 day" : count + " days";
    }

    private static String since(Model model) {
        String since = "in use since " + model.inUseSince();
        return model.isOlderThanLastRun() ? since + "\nlast trained " + model.lastTrained() : since;
    }

    private static void showFigure(MetricTile tile, Optional<Model> model, String name,
            DoubleFunction<String> written) {
        tile.setValue(model.map(each -> written.apply(each.metric(name))).orElse(FigureText.MISSING));
        tile.setInterval(model.map(each -> "%s to %s, run %d".formatted(written.apply(each.metric(name + "_low")),
                written.apply(each.metric(name + "_high")), each.run())).orElse("not trained yet"));
    }

    void close() {
        chart.close();
        accuracies.close();
        fits.close();
    }

    @FXML
    private void onDemo() {
        desk.setUpOnDemo();
    }

    @FXML
    private void onCancel() {
        desk.cancel();
    }

    @FXML
    private void onGuide() {
        navigator.show(ScreenId.SETUP);
    }
}
