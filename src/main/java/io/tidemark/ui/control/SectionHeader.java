package io.tidemark.ui.control;

import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The head of a part of a screen: title, a hint in a few words, and buttons at the end of the line.
public final class SectionHeader extends HBox {
    private static final double GAP = 10;
    private static final double WIDEST = 4000;

    private final Label title = new Label();
    private final Label hint = new Label();
    private final HBox actions = new HBox(GAP / 2);

    /// Without a title yet.
    public SectionHeader() {
        super(GAP);
        title.getStyleClass().add("section-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        hint.getStyleClass().add("section-hint");
        actions.setAlignment(Pos.CENTER_RIGHT);
        actions.setMinWidth(Region.USE_PREF_SIZE);
        hint.setWrapText(true);
        // where both do not fit in a line, the hint has one of its own
        var words = new FlowPane(GAP, 0, title, hint);
        words.setRowValignment(VPos.BASELINE);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setPrefWrapLength(WIDEST);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("section-header");
        getChildren().addAll(words, actions);
    }

    /// The title.
    public StringProperty titleProperty() {
        return title.textProperty();
    }

    /// The title.
    public String getTitle() {
        return title.getText();
    }

    /// Sets the title.
    public void setTitle(String text) {
        title.setText(text);
    }

    /// The hint; empty for none.
    public StringProperty hintProperty() {
        return hint.textProperty();
    }

    /// The hint.
    public String getHint() {
        return hint.getText();
    }

    /// Sets the hint.
    public void setHint(String text) {
        hint.setText(text);
    }

    /// Buttons at the end of the line.
    public ObservableList<Node> getActions() {
        return actions.getChildren();
    }
}
