package io.tidemark.ui.training;

import io.tidemark.model.ModelKind;
import io.tidemark.pipeline.RunRow;
import io.tidemark.ui.control.EmptyState;
import io.tidemark.ui.control.FigureText;
import io.tidemark.ui.control.Shown;
import io.tidemark.ui.screen.Navigator;
import io.tidemark.ui.screen.ScreenId;
import io.tidemark.ui.training.TrainingState.Phase;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import javafx.beans.Observable;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// The training pane: which model and which run is looked at, and which of its sides.
public final class TrainingController {
    private final TrainingState state;
    private final TrainingDesk desk;
    private final Navigator navigator;
    private final DateTimeFormatter time;
    private boolean following;
    private boolean waiting;

    @FXML
    private ToggleGroup models;
    @FXML
    private ToggleButton regimeModel;
    @FXML
    private ToggleButton touchModel;
    @FXML
    private Node header;
    @FXML
    private ComboBox<RunRow> run;
    @FXML
    private ProgressIndicator reading;
    @FXML
    private EmptyState empty;
    @FXML
    private EmptyState failed;
    @FXML
    private HBox parts;
    @FXML
    private TabPane sides;
    @FXML
    private Tab resultTab;
    @FXML
    private Tab curvesTab;
    @FXML
    private Node regimeResult;
    @FXML
    private Node potResult;
    @FXML
    private EmptyState untrained;
    @FXML
    private Label trouble;

    TrainingController(TrainingState state, TrainingDesk desk, Navigator navigator, ZoneId zone) {
        this.state = state;
        this.desk = desk;
        this.navigator = navigator;
        time = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(zone);
    }

    @FXML
    private void initialize() {
        shownIn(reading, Phase.READING);
        shownIn(empty, Phase.EMPTY);
        shownIn(failed, Phase.FAILED);
        shownIn(parts, Phase.READY);
        header.disableProperty().bind(state.phaseProperty().isNotEqualTo(Phase.READY));
        failed.sentenceProperty().bind(state.troubleProperty());
        if (!navigator.has(ScreenId.SETUP)) {
            empty.setVerb("");
        }
        trouble.textProperty().bind(state.troubleProperty());
        Shown.when(trouble, state.troubleProperty().isNotEmpty());
        models.selectedToggleProperty().subscribe(this::modelChosen);
        state.modelProperty().subscribe(this::followModel);
        run.setConverter(new RunText());
        run.valueProperty().subscribe(this::runChosen);
        state.runs().addListener((Observable changed) -> listRuns());
        state.shownProperty().subscribe(this::showRun);
        untrained.disableProperty().bind(state.trainingProperty().or(state.ready().not()));
        state.trainingProperty().addListener((observed, before, training) -> trainingChanged(training));
    }

    private void shownIn(Node node, Phase phase) {
        node.visibleProperty().bind(state.phaseProperty().isEqualTo(phase));
    }

    private void modelChosen(@Nullable Toggle toggle) {
        if (toggle == null) {
            followModel(); // one is always on
        } else if (!following) {
            desk.showModel(toggle.equals(regimeModel) ? ModelKind.REGIME_CLASSIFIER : ModelKind.PROBABILITY_OF_TOUCH);
        }
    }

    private void followModel() {
        following = true;
        models.selectToggle(
                state.modelProperty().get() == ModelKind.REGIME_CLASSIFIER ? regimeModel : touchModel);
        following = false;
        listRuns();
    }

    private void listRuns() {
        following = true;
        run.getItems().setAll(state.runsOfModel());
        ShownRun shown = state.shownProperty().get();
        run.setValue(shown == null ? null : shown.row());
        run.setDisable(run.getItems().isEmpty());
        following = false;
    }

    private void runChosen(@Nullable RunRow row) {
        if (row != null && !following) {
            desk.show(row);
        }
    }

    private void showRun(@Nullable ShownRun shown) {
        regimeResult.setVisible(shown instanceof ShownRun.OfRegime);
        potResult.setVisible(shown instanceof ShownRun.OfTouch);
        untrained.setVisible(shown == null && state.runsOfModel().isEmpty());
        if (waiting && shown != null) {
            waiting = false;
            sides.getSelectionModel().select(resultTab);
        }
        listRuns();
    }

    /// While training the curves are looked at; afterwards the figures.
    private void trainingChanged(boolean training) {
        if (training) {
            sides.getSelectionModel().select(curvesTab);
        }
        waiting = !training && curvesTab.isSelected();
    }

    /// What is looked at now, to be saved as a picture.
    Node side() {
        return sides.getSelectionModel().getSelectedItem().getContent();
    }

    /// What it is called.
    String sideName() {
        ShownRun shown = state.shownProperty().get();
        String of = shown == null ? state.modelProperty().get().title() : "Run " + shown.row().run().number();
        return of + " " + sides.getSelectionModel().getSelectedItem().getText();
    }

    @FXML
    private void onTrain() {
        desk.train();
    }

    @FXML
    private void onSetup() {
        navigator.show(ScreenId.SETUP);
    }

    @FXML
    private void onReadAgain() {
        state.phaseProperty().set(Phase.READING);
        desk.read();
    }

    /// A run in one line.
    private final class RunText extends StringConverter<RunRow> {
        @Override
        public String toString(@Nullable RunRow row) {
            if (row == null) {
                return "No run yet";
            }
            String figure = row.model() == ModelKind.REGIME_CLASSIFIER
                    ? FigureText.percent(row.figure(), 1)
                    : "R² " + FigureText.decimals(row.figure(), 3);
            return "%sRun %d · %s · %s%s".formatted(row.champion() ? "★ " : "", row.run().number(),
                    time.format(row.createdAt()), figure,
                    row.horizon() == 0 ? "" : " · " + row.horizon() + " ahead");
        }

        @Override
        public @Nullable RunRow fromString(String text) {
            return null; // runs are chosen, never typed
        }
    }
}
