package io.tidemark.ui.setup;

import io.tidemark.ui.setup.StageRow.Standing;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// One stage of the run in a line: name, bar, state in a word, what it is doing.
final class StageLine extends HBox {
    private static final double GAP = 12;
    private static final double NAME_WIDTH = 220;
    private static final double BAR_WIDTH = 180;
    private static final double WORD_WIDTH = 90;

    StageLine(StageRow row) {
        super(GAP);
        setAlignment(Pos.CENTER_LEFT);
        var name = new Label(row.stage().title());
        name.setMinWidth(NAME_WIDTH);
        var bar = new ProgressBar(0);
        bar.setMinWidth(BAR_WIDTH);
        bar.setAccessibleText("Progress: " + row.stage().title());
        bar.progressProperty().bind(row.doneProperty());
        var word = new Label();
        word.setMinWidth(WORD_WIDTH);
        word.getStyleClass().add("standing");
        row.standingProperty().subscribe(standing -> {
            word.setText(standing.word());
            word.pseudoClassStateChanged(PseudoClass.getPseudoClass("good"), standing == Standing.DONE);
            word.pseudoClassStateChanged(PseudoClass.getPseudoClass("bad"), standing == Standing.FAILED);
        });
        var message = new Label();
        message.getStyleClass().add("hint");
        message.setMinWidth(0);
        message.textProperty().bind(row.messageProperty());
        HBox.setHgrow(message, Priority.ALWAYS);
        getChildren().addAll(name, bar, word, message);
    }
}
