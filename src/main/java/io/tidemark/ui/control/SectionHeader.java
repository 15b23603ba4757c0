package io.tidemark.ui.control;

import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The head of a part of a screen: title, a hint in a few words, and buttons at the end of the line.
public final class SectionHeader extends HBox {
    private static final double GAP = 10;

    private final Label title = new Label();
    private final Label hint = new Label();
    private final HBox actions = new HBox(GAP / 2);

    /// Without a title yet.
    public SectionHeader() {
        super(GAP);
        title.getStyleClass().add("section-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        hint.getStyleClass().add("section-hint");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        actions.setAlignment(Pos.CENTER_RIGHT);
        actions.setMinWidth(Region.USE_PREF_SIZE);
        var words = new HBox(GAP, title, hint);
        words.setAlignment(Pos.BASELINE_LEFT);
        words.setMaxHeight(Region.USE_PREF_SIZE);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("section-header");
        getChildren().addAll(words, space, actions);
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
