package io.tidemark.ui.training;

import io.tidemark.pipeline.LeakFinding;
import io.tidemark.ui.control.Icon;
import io.tidemark.ui.control.IconView;
import io.tidemark.ui.control.Shown;
import javafx.beans.Observable;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Asks whether the run shown knew what it could not know, and lists the answers.
public final class LeaksController {
    private static final double ICON_SIZE = 18;

    private final TrainingState state;
    private final TrainingDesk desk;

    @FXML
    private Button check;
    @FXML
    private Button cancelCheck;
    @FXML
    private ProgressBar checking;
    @FXML
    private Label verdict;
    @FXML
    private VBox findings;

    LeaksController(TrainingState state, TrainingDesk desk) {
        this.state = state;
        this.desk = desk;
    }

    @FXML
    private void initialize() {
        check.disableProperty().bind(state.checkingProperty().or(state.shownProperty().isNull()));
        checking.visibleProperty().bind(state.checkingProperty());
        cancelCheck.visibleProperty().bind(state.checkingProperty());
        verdict.textProperty().bind(state.checkedProperty());
        Shown.when(verdict, state.checkedProperty().isNotEmpty());
        state.findings().addListener((Observable changed) -> list());
    }

    private void list() {
        findings.getChildren().setAll(state.findings().stream().map(LeaksController::line).toList());
    }

    private static Node line(LeakFinding finding) {
        var mark = new IconView(finding.passed() ? Icon.CHECK : Icon.WARNING, ICON_SIZE);
        mark.getStyleClass().add(finding.passed() ? "finding-passed" : "finding-failed");
        var name = new Label(finding.name() + (finding.passed() ? "" : " – not so"));
        name.getStyleClass().add("finding-name");
        var sentence = new Label(finding.sentence());
        sentence.setWrapText(true);
        var words = new VBox(2, name, sentence);
        HBox.setHgrow(words, Priority.ALWAYS);
        var line = new HBox(12, mark, words);
        line.getStyleClass().add("finding");
        return line;
    }

    @FXML
    private void onCheck() {
        desk.check();
    }

    @FXML
    private void onCancelCheck() {
        desk.cancelCheck();
    }
}
