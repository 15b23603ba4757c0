package io.tidemark.ui.runs;

import io.tidemark.model.ModelKind;
import io.tidemark.pipeline.RunRow;
import io.tidemark.ui.control.EmptyState;
import io.tidemark.ui.control.FigureText;
import io.tidemark.ui.runs.RunsState.Phase;
import io.tidemark.ui.screen.Navigator;
import io.tidemark.ui.task.RunningWork;
import io.tidemark.ui.screen.ScreenAction;
import io.tidemark.ui.screen.ScreenId;
import io.tidemark.ui.screen.ScreenRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The runs pane: lists the runs, has some chosen and leads to their folders and figures.
public final class RunsController {
    private final RunsState state;
    private final RunsDesk desk;
    private final ChampionDesk champions;
    private final RunningWork work;
    private final Navigator navigator;
    private final Consumer<Path> folders;
    private final RunColumns columns;
    private boolean selecting;

    @FXML
    private Label summary;
    @FXML
    private ToggleGroup models;
    @FXML
    private ProgressIndicator reading;
    @FXML
    private EmptyState empty;
    @FXML
    private EmptyState failed;
    @FXML
    private SplitPane parts;
    @FXML
    private Node filters;
    @FXML
    private TableView<RunRow> runs;
    @FXML
    private Button promote;
    @FXML
    private Button rollBack;
    @FXML
    private Button showFigures;
    @FXML
    private Button openFolder;

    RunsController(RunsState state, RunsDesk desk, ChampionDesk champions, RunningWork work, Navigator navigator,
            Consumer<Path> folders, RunColumns columns) {
        this.state = state;
        this.desk = desk;
        this.champions = champions;
        this.work = work;
        this.navigator = navigator;
        this.folders = folders;
        this.columns = columns;
    }

    @FXML
    private void initialize() {
        shownIn(reading, Phase.READING);
        shownIn(empty, Phase.EMPTY);
        shownIn(failed, Phase.FAILED);
        shownIn(parts, Phase.READY);
        filters.disableProperty().bind(state.phaseProperty().isNotEqualTo(Phase.READY));
        failed.sentenceProperty().bind(state.troubleProperty());
        if (!navigator.has(ScreenId.TRAINING)) {
            empty.setVerb("");
            showFigures.setVisible(false);
            showFigures.setManaged(false);
        }
        summary.textProperty().bind(Bindings.createStringBinding(this::summarise, state.runs()));
        models.selectedToggleProperty().subscribe(toggle -> {
            if (toggle != null) {
                state.onlyProperty().set(kind(toggle.getUserData()));
            }
        });
        columns.fill(runs, state.ticked(), desk::tick);
        runs.setItems(state.listed());
        runs.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        runs.getSelectionModel().getSelectedItems().addListener((ListChangeListener<RunRow>) change -> chosenByHand());
        state.chosen().addListener((ListChangeListener<RunRow>) change -> select());
        runs.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                onShowFigures();
                event.consume();
            } else if (event.getCode() == KeyCode.SPACE) {
                List.copyOf(state.chosen()).forEach(row -> desk.tick(row, !state.ticked().contains(row)));
                event.consume();
            }
        });
        BooleanBinding notOne = Bindings.size(state.chosen()).isNotEqualTo(1);
        showFigures.disableProperty().bind(notOne);
        openFolder.disableProperty().bind(notOne);
        BooleanBinding inUse = Bindings.createBooleanBinding(
                () -> state.chosen().stream().findFirst().map(RunRow::champion).orElse(false), state.chosen());
        promote.disableProperty().bind(notOne.or(inUse).or(work.writing()));
        rollBack.disableProperty().bind(notOne.or(inUse.not()).or(work.writing()));
    }

    private void shownIn(Node node, Phase phase) {
        node.visibleProperty().bind(state.phaseProperty().isEqualTo(phase));
    }

    private static Optional<ModelKind> kind(Object name) {
        return name instanceof String text && !text.isEmpty() ? Optional.of(ModelKind.valueOf(text)) : Optional.empty();
    }

    private String summarise() {
        int all = state.runs().size();
        return all == 0 ? "" : FigureText.count(all) + (all == 1 ? " run, newest first" : " runs, newest first");
    }

    /// What the person selects in the table is chosen; a selection made to follow the state is not told back.
    private void chosenByHand() {
        if (!selecting) {
            selecting = true;
            desk.choose(runs.getSelectionModel().getSelectedItems().stream().filter(row -> row != null).toList());
            selecting = false;
        }
    }

    private void select() {
        if (!selecting) {
            selecting = true;
            runs.getSelectionModel().clearSelection();
            List.copyOf(state.chosen()).forEach(row -> runs.getSelectionModel().select(row));
            state.chosen().stream().findFirst().ifPresent(runs::scrollTo);
            selecting = false;
        }
    }

    @FXML
    private void onPromote() {
        state.chosen().stream().findFirst().ifPresent(row -> champions.promote(row.run(), desk::read));
    }

    @FXML
    private void onRollBack() {
        state.chosen().stream().findFirst().ifPresent(row -> champions.rollBack(row.model(), desk::read));
    }

    @FXML
    private void onOpenFolder() {
        state.chosen().stream().findFirst().ifPresent(row -> folders.accept(row.run().folder()));
    }

    @FXML
    private void onShowFigures() {
        if (navigator.has(ScreenId.TRAINING)) {
            state.chosen().stream().findFirst()
                    .ifPresent(row -> navigator.show(ScreenId.TRAINING, new ScreenRequest.Run(row.id())));
        }
    }

    @FXML
    private void onTrain() {
        navigator.perform(ScreenId.TRAINING, ScreenAction.RETRAIN);
    }

    @FXML
    private void onReadAgain() {
        state.phaseProperty().set(Phase.READING);
        desk.read();
    }

    /// Puts the keyboard into the table.
    void focusRuns() {
        runs.requestFocus();
    }
}
