package io.tidemark.ui.download;

import io.tidemark.market.Symbol;
import io.tidemark.ui.control.CheckedField;
import io.tidemark.ui.control.Shown;
import io.tidemark.ui.control.UsageMeter;
import io.tidemark.ui.download.DownloadRow.Standing;
import io.tidemark.ui.screen.GatewayWords;
import io.tidemark.ui.screen.Navigator;
import io.tidemark.ui.screen.ScreenId;
import io.tidemark.ui.task.RunningWork;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// Shows the symbols and passes on what is asked of them.
public final class DownloadController {
    private static final int LEAST_YEARS = 2;
    private static final int MOST_YEARS = 30;
    private static final PseudoClass GOOD = PseudoClass.getPseudoClass("good");
    private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");

    private final DownloadState state;
    private final DownloadDesk desk;
    private final RunningWork work;
    private final Navigator navigator;
    private final Timeline second = new Timeline();
    private final Label nothing = new Label();

    @FXML
    private Label source;
    @FXML
    private CheckedField symbol;
    @FXML
    private CheckedField years;
    @FXML
    private CheckBox volatility;
    @FXML
    private Button all;
    @FXML
    private Button one;
    @FXML
    private Button cancel;
    @FXML
    private Button connection;
    @FXML
    private HBox trouble;
    @FXML
    private Label troubleText;
    @FXML
    private Label summary;
    @FXML
    private Label left;
    @FXML
    private HBox budget;
    @FXML
    private UsageMeter pacing;
    @FXML
    private TableView<DownloadRow> table;
    @FXML
    private TableColumn<DownloadRow, String> symbolColumn;
    @FXML
    private TableColumn<DownloadRow, Standing> stateColumn;
    @FXML
    private TableColumn<DownloadRow, String> barsColumn;
    @FXML
    private TableColumn<DownloadRow, String> rangeColumn;
    @FXML
    private TableColumn<DownloadRow, Number> attemptColumn;
    @FXML
    private TableColumn<DownloadRow, String> nextColumn;
    @FXML
    private TableColumn<DownloadRow, String> qualityColumn;
    @FXML
    private TableColumn<DownloadRow, String> messageColumn;
    @FXML
    private Label detailTitle;
    @FXML
    private Label detailMessage;
    @FXML
    private ListView<String> details;

    DownloadController(DownloadState state, DownloadDesk desk, RunningWork work, Navigator navigator) {
        this.state = state;
        this.desk = desk;
        this.work = work;
        this.navigator = navigator;
    }

    @FXML
    private void initialize() {
        years.setWholeNumber(LEAST_YEARS, MOST_YEARS);
        symbol.setCheck(DownloadController::problemWith);
        source.textProperty().bind(Bindings.concat("Bars come from ", state.sourceProperty(), "."));
        summary.textProperty().bind(state.summaryProperty());
        troubleText.textProperty().bind(state.troubleProperty());
        Shown.when(trouble, state.troubleProperty().isNotEmpty());
        connection.setVisible(navigator.has(ScreenId.CONNECTION));
        var blocked = work.writing().or(years.valid().not());
        all.disableProperty().bind(blocked);
        volatility.disableProperty().bind(work.writing());
        state.volatilityProperty().subscribe(volatility::setSelected);
        one.disableProperty().bind(blocked.or(state.selectedProperty().isNull()));
        one.textProperty().bind(Bindings.createStringBinding(this::verbForOne, state.selectedProperty()));
        Shown.when(cancel, state.runningProperty());
        left.textProperty().bind(state.leftProperty());
        budget.visibleProperty().bind(state.pacingProperty().map(Optional::isPresent));
        state.pacingProperty().subscribe(usage -> usage.ifPresent(
                some -> pacing.show((double) some.used() / some.budget(), GatewayWords.of(some))));
        second.getKeyFrames().add(new KeyFrame(Duration.seconds(1), event -> desk.tick()));
        second.setCycleCount(Animation.INDEFINITE);
        fillTable();
    }

    /// Counts down each second while the pane is seen.
    void watch(boolean seen) {
        if (seen) {
            second.play();
        } else {
            second.stop();
        }
    }

    private String verbForOne() {
        DownloadRow row = state.selectedProperty().get();
        return row == null ? "Download one again" : "Download " + row.symbol() + " again";
    }

    private static String problemWith(String text) {
        if (text.isBlank()) {
            return "";
        }
        try {
            Symbol.of(text.strip().toUpperCase(java.util.Locale.ROOT));
            return "";
        } catch (IllegalArgumentException e) {
            return "1 to 12 of A-Z, 0-9 and the dot.";
        }
    }

    private void fillTable() {
        symbolColumn.setCellValueFactory(cell -> Bindings.createStringBinding(() -> cell.getValue().symbol().value()));
        stateColumn.setCellValueFactory(cell -> cell.getValue().standingProperty());
        stateColumn.setCellFactory(column -> new StandingCell());
        barsColumn.setCellValueFactory(cell -> cell.getValue().coverageProperty());
        rangeColumn.setCellValueFactory(cell -> cell.getValue().rangeProperty());
        attemptColumn.setCellValueFactory(cell -> cell.getValue().attemptProperty());
        attemptColumn.setCellFactory(column -> new AttemptCell());
        nextColumn.setCellValueFactory(cell -> cell.getValue().nextProperty());
        qualityColumn.setCellValueFactory(cell -> Bindings.createStringBinding(
                () -> DownloadRow.words(cell.getValue().findings(), cell.getValue().barsProperty().get()),
                cell.getValue().findings(), cell.getValue().barsProperty()));
        messageColumn.setCellValueFactory(cell -> cell.getValue().messageProperty());
        table.setItems(state.rows());
        table.getSelectionModel().selectedItemProperty().addListener((observed, before, row) -> {
            if (row != null) {
                state.selectedProperty().set(row);
            }
        });
        state.selectedProperty().subscribe(this::showDetails);
        details.setPlaceholder(nothing);
        Shown.when(detailMessage, detailMessage.textProperty().isNotEmpty());
    }

    private void showDetails(@Nullable DownloadRow row) {
        if (row == null) {
            detailTitle.setText("Findings");
            return;
        }
        if (table.getSelectionModel().getSelectedItem() != row) {
            table.getSelectionModel().select(row);
        }
        detailTitle.setText("Findings in the bars of " + row.symbol());
        details.setItems(row.findings());
        detailMessage.textProperty().bind(row.messageProperty());
        nothing.textProperty().bind(Bindings.when(row.barsProperty().isEqualTo(0)).then("No bars are stored yet.")
                .otherwise("Nothing odd was found in the stored bars."));
    }

    /// A state as a word, with a bar while it is under way.
    private static final class StandingCell extends TableCell<DownloadRow, Standing> {
        private final ProgressBar bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);

        StandingCell() {
            getStyleClass().add("standing");
            bar.setPrefWidth(60);
        }

        @Override
        protected void updateItem(@Nullable Standing standing, boolean empty) {
            super.updateItem(standing, empty);
            boolean shown = !empty && standing != null;
            setText(shown ? Objects.requireNonNull(standing).word() : null);
            setGraphic(shown && standing == Standing.REQUESTING ? bar : null);
            pseudoClassStateChanged(GOOD, shown && (standing == Standing.STORED || standing == Standing.UP_TO_DATE));
            pseudoClassStateChanged(BAD, shown && standing == Standing.FAILED);
        }
    }

    /// The number of an attempt, nothing before the first.
    private static final class AttemptCell extends TableCell<DownloadRow, Number> {
        @Override
        protected void updateItem(@Nullable Number attempt, boolean empty) {
            super.updateItem(attempt, empty);
            setText(empty || attempt == null || attempt.intValue() == 0 ? null : attempt.toString());
        }
    }

    @FXML
    private void onAdd() {
        String text = symbol.getText().strip().toUpperCase(java.util.Locale.ROOT);
        if (!text.isEmpty() && symbol.valid().get()) {
            state.selectedProperty().set(state.row(Symbol.of(text)));
            symbol.setText("");
        }
    }

    @FXML
    void onAll() {
        if (!all.isDisabled()) {
            desk.fetch(state.rows().stream().map(DownloadRow::symbol).toList(), years(), false);
        }
    }

    @FXML
    private void onVolatility() {
        desk.useVolatility(volatility.isSelected());
    }

    @FXML
    private void onOne() {
        DownloadRow row = state.selectedProperty().get();
        if (row != null) {
            desk.fetch(List.of(row.symbol()), years(), true);
        }
    }

    private int years() {
        return Integer.parseInt(years.getText().strip());
    }

    @FXML
    private void onCancel() {
        desk.cancel();
    }

    @FXML
    private void onConnection() {
        navigator.show(ScreenId.CONNECTION);
    }
}
