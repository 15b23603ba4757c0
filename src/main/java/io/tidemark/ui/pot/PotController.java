package io.tidemark.ui.pot;

import io.tidemark.inspection.OptionInspection;
import io.tidemark.inspection.OptionSelection;
import io.tidemark.inspection.OptionSummary;
import io.tidemark.ui.control.EmptyState;
import io.tidemark.ui.control.FigureText;
import io.tidemark.ui.pot.PotState.Phase;
import io.tidemark.ui.screen.FileDialogs;
import io.tidemark.ui.screen.Navigator;
import io.tidemark.ui.screen.ScreenAction;
import io.tidemark.ui.screen.ScreenId;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// The touch data pane: what is selected in figures, and the parts that show it.
public final class PotController {
    private final PotState state;
    private final PotDesk desk;
    private final Navigator navigator;
    private final FileDialogs files;

    @FXML
    private HBox summary;
    @FXML
    private Label selected;
    @FXML
    private Label baseRate;
    @FXML
    private Label closedForm;
    @FXML
    private Label model;
    @FXML
    private Label message;
    @FXML
    private Button export;
    @FXML
    private Button prepareAgain;
    @FXML
    private Node filterBar;
    @FXML
    private ProgressIndicator reading;
    @FXML
    private EmptyState noBars;
    @FXML
    private EmptyState empty;
    @FXML
    private EmptyState failed;
    @FXML
    private SplitPane parts;
    @FXML
    private TabPane below;
    @FXML
    private Tab replayTab;
    @FXML
    private FilterController filterBarController;
    @FXML
    private OptionsController optionsController;

    PotController(PotState state, PotDesk desk, Navigator navigator, FileDialogs files) {
        this.state = state;
        this.desk = desk;
        this.navigator = navigator;
        this.files = files;
    }

    @FXML
    private void initialize() {
        shownIn(reading, Phase.READING);
        shownIn(noBars, Phase.NO_BARS);
        shownIn(empty, Phase.EMPTY);
        shownIn(failed, Phase.FAILED);
        shownIn(parts, Phase.READY);
        shownIn(summary, Phase.READY);
        filterBar.disableProperty().bind(state.phaseProperty().isNotEqualTo(Phase.READY));
        export.disableProperty().bind(state.phaseProperty().isNotEqualTo(Phase.READY));
        prepareAgain.disableProperty()
                .bind(state.phaseProperty().isNotEqualTo(Phase.READY).or(state.preparingProperty()));
        empty.disableProperty().bind(state.preparingProperty());
        failed.sentenceProperty().bind(state.troubleProperty());
        message.textProperty().bind(state.messageProperty());
        var whole = new Tooltip();
        whole.textProperty().bind(state.messageProperty());
        whole.setWrapText(true);
        whole.setMaxWidth(420);
        message.tooltipProperty().bind(Bindings.when(state.messageProperty().isEmpty()).then((Tooltip) null)
                .otherwise(whole));
        if (!navigator.has(ScreenId.DOWNLOAD)) {
            noBars.setVerb("");
        }
        state.selectionProperty().subscribe(this::summarise);
        state.replayProperty().subscribe(replay -> {
            if (replay != null) {
                below.getSelectionModel().select(replayTab);
            }
        });
        state.phaseProperty().subscribe(phase -> {
            if (phase == Phase.READY) {
                optionsController.focus();
            }
        });
    }

    private void shownIn(Node node, Phase phase) {
        node.visibleProperty().bind(state.phaseProperty().isEqualTo(phase));
    }

    private void summarise(@Nullable OptionSelection found) {
        OptionInspection options = state.optionsProperty().get();
        if (found == null || options == null) {
            return;
        }
        OptionSummary figures = found.summary();
        selected.setText(FigureText.count(figures.selected()) + " of " + FigureText.count(figures.all()));
        baseRate.setText(FigureText.percent(figures.baseRate(), 1));
        closedForm.setText(FigureText.percent(figures.closedForm(), 1));
        model.setText(options.modelRun().isEmpty() ? "none yet" : FigureText.percent(figures.model(), 1));
    }

    @FXML
    private void onExport() {
        chooseFile();
    }

    /// Asks for a file and exports what is selected.
    void chooseFile() {
        if (state.phaseProperty().get() != Phase.READY) {
            return;
        }
        files.save(new FileDialogs.Saved("Export options", "options.csv", "CSV file", "csv")).ifPresent(desk::export);
    }

    @FXML
    private void onPrepare() {
        desk.prepare();
    }

    @FXML
    private void onDownload() {
        navigator.perform(ScreenId.DOWNLOAD, ScreenAction.DOWNLOAD);
    }

    @FXML
    private void onReadAgain() {
        state.phaseProperty().set(Phase.READING);
        desk.read();
    }

    /// Puts the keyboard where a filter is set.
    void focusFilter() {
        filterBarController.focus();
    }
}
