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
import io.tidemark.ui.chart.ChartPiece;
import io.tidemark.ui.chart.NumberText;
import io.tidemark.ui.chart.TrendChart;
import io.tidemark.ui.control.EmptyState;
import io.tidemark.ui.control.MetricTile;
import io.tidemark.ui.screen.Navigator;
import io.tidemark.ui.screen.ScreenId;
import io.tidemark.ui.task.RunningWork;
import io.tidemark.ui.theme.Token;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
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
    private final ChartCard.Saving saving;
    private final BarChart chart;
    private final TrendChart accuracies;
    private final TrendChart fits;

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
    private Label next;
    @FXML
    private Button nextButton;
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
        this.saving = saving;
        chart = new BarChart(saving.theme(), NumberText.decimals(0));
        accuracies = new TrendChart(saving.theme(), "Accuracy", NumberText.percent(1));
        fits = new TrendChart(saving.theme(), "R²", NumberText.decimals(3));
    }

    @FXML
    private void initialize() {
        guide.setVisible(navigator.has(ScreenId.SETUP));
        guide.setManaged(guide.isVisible());
        bar.progressProperty().bind(state.doneProperty());
        doing.textProperty().bind(state.doingProperty());
        show(progress, state.runningProperty());
        show(trouble, state.troubleProperty().isNotEmpty());
        troubleText.textProperty().bind(state.troubleProperty());
        var nothing = Bindings.createBooleanBinding(() -> isEmpty(state.overviewProperty().get()),
                state.overviewProperty());
        show(start, nothing.and(state.runningProperty().not()));
        show(filled, nothing.not().and(state.overviewProperty().isNotNull()));
        empty.disableProperty().bind(work.writing());
        symbolColumn.setCellValueFactory(cell -> new ReadOnlyStringWrapper(cell.getValue().symbol()));
        barsColumn.setCellValueFactory(cell -> new ReadOnlyStringWrapper("%,d".formatted(cell.getValue().rows())));
        rangeColumn.setCellValueFactory(cell -> new ReadOnlyStringWrapper(
                cell.getValue().firstDate() + " to " + cell.getValue().lastDate()));
        sourceColumn.setCellValueFactory(cell -> new ReadOnlyStringWrapper(cell.getValue().source().text()));
        table.setFixedCellSize(ROW);
        parts.getChildren().add(card("Labelled days", "by regime", chart));
        trends.getChildren().setAll(card("Accuracy of the regime classifier", BY_RUN, accuracies),
                card("R² of the probability of touch", BY_RUN, fits));
        show(drifts, driftText.textProperty().isNotEmpty());
        state.driftProperty().subscribe(this::showDrift);
        state.overviewProperty().subscribe(this::show);
    }

    private ChartCard card(String title, String hint, ChartPiece piece) {
        var card = new ChartCard(title, hint, piece, saving);
        HBox.setHgrow(card, Priority.ALWAYS);
        card.setPrefWidth(1);
        return card;
    }

    private static void show(Node node, javafx.beans.value.ObservableValue<Boolean> when) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(node.visibleProperty());
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
        bars.setValue(found.bars().size() + (found.bars().size() == 1 ? " symbol" : " symbols"));
        bars.setInterval(found.firstDate().map(Object::toString).orElse("") + " to "
                + found.lastDate().map(Object::toString).orElse(""));
        days.setValue(found.labelledDays() == 0 ? "–" : "%,d".formatted(found.labelledDays()));
        options.setValue(found.options() == 0 ? "–" : "%,d".formatted(found.options()));
        showFigure(accuracy, found.regime(), "accuracy");
        showFigure(fit, found.touch(), "r2");
        age.setValue(found.age().map(OverviewController::days).orElse("–"));
        age.setInterval(found.sessionsBehind() == 0 ? "bars up to date" : sessions(found.sessionsBehind()));
        age.setMood(found.need() == Need.RETRAIN ? MetricTile.Mood.WARNING : MetricTile.Mood.PLAIN);
        chart.setBars(IntStream.range(0, found.labels().size())
                .mapToObj(id -> new BarChart.Bar(Regime.of(id).code() + "  " + Regime.of(id).title(),
                        found.labels().get(id), Token.ofRegime(id)))
                .toList());
        showNext(found);
    }

    private void showDrift(@Nullable DriftReport report) {
        List<String> warnings = report == null ? List.of() : report.warnings();
        drift.setValue(report == null ? "–" : signs(warnings.size()));
        drift.setInterval(report == null ? "not looked for yet" : "last 63 and 252 sessions");
        drift.setMood(warnings.isEmpty() ? MetricTile.Mood.PLAIN : MetricTile.Mood.WARNING);
        driftText.setText(String.join("\n", warnings));
    }

    private static String signs(int count) {
        return count == 0 ? "none" : count == 1 ? "1 sign" : count + " signs";
    }

    private static String days(long count) {
        return count == 0 ? "today" : count == 1 ? "1 day" : count + " days";
    }

    private static String sessions(int count) {
        return count == 1 ? "bars lack 1 session" : "bars lack " + count + " sessions";
    }

    private static void showFigure(MetricTile tile, Optional<Model> model, String name) {
        tile.setValue(model.map(each -> "%.3f".formatted(each.metric(name))).orElse("–"));
        tile.setInterval(model.map(each -> "%.3f to %.3f, run %d".formatted(each.metric(name + "_low"),
                each.metric(name + "_high"), each.run())).orElse("not trained yet"));
    }

    private void showNext(WorkspaceOverview found) {
        next.setText(switch (found.need()) {
            case SET_UP, UPDATE_BARS, NOTHING -> "";
            case FINISH_SET_UP -> "The bars are here; training sets or models are missing. Finish the set-up.";
            case RETRAIN -> "The models do not know the last month. Update, or train them again.";
        });
        Target target = target(found.need());
        nextStep.setVisible(!next.getText().isEmpty());
        nextStep.setManaged(nextStep.isVisible());
        nextButton.setVisible(target != null && navigator.has(target.screen()));
        nextButton.setManaged(nextButton.isVisible());
        nextButton.setText(target == null ? "" : target.verb());
    }

    /// Where what is needed is done.
    private record Target(String verb, ScreenId screen) {}

    private static @Nullable Target target(Need need) {
        return switch (need) {
            case SET_UP, FINISH_SET_UP -> new Target("Open the set-up guide", ScreenId.SETUP);
            case RETRAIN -> new Target("Go to training", ScreenId.TRAINING);
            case UPDATE_BARS, NOTHING -> null;
        };
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

    @FXML
    private void onNext() {
        WorkspaceOverview found = state.overviewProperty().get();
        Target target = found == null ? null : target(found.need());
        if (target != null) {
            navigator.show(target.screen());
        }
    }
}
