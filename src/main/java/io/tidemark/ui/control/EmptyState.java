package io.tidemark.ui.control;

import atlantafx.base.theme.Styles;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.event.ActionEvent;
import javafx.event.EventHandler;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What a screen shows when it has nothing to show: a sentence, and the button that changes that.
public final class EmptyState extends VBox {
    private static final double ICON_SIZE = 40;
    private static final double WIDTH = 460;

    private final Label sentence = new Label();
    private final Button button = new Button();
    private @Nullable Icon icon;

    /// Without a sentence or a button yet.
    public EmptyState() {
        getStyleClass().add("empty-state");
        sentence.getStyleClass().add("empty-sentence");
        sentence.setMaxWidth(WIDTH);
        button.getStyleClass().add(Styles.ACCENT);
        button.managedProperty().bind(button.visibleProperty());
        button.visibleProperty().bind(button.textProperty().isNotEmpty());
        // Enter does what the screen asks for, while it asks
        button.defaultButtonProperty().bind(visibleProperty().and(button.visibleProperty()));
        getChildren().addAll(sentence, button);
        VBox.setVgrow(this, Priority.ALWAYS);
        setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    }

    /// The icon above the sentence, if any.
    public @Nullable Icon getIcon() {
        return icon;
    }

    /// Sets the icon above the sentence.
    public void setIcon(Icon icon) {
        this.icon = icon;
        getChildren().setAll(new IconView(icon, ICON_SIZE), sentence, button);
    }

    /// What is missing, one sentence.
    public StringProperty sentenceProperty() {
        return sentence.textProperty();
    }

    /// The sentence.
    public String getSentence() {
        return sentence.getText();
    }

    /// Sets the sentence.
    public void setSentence(String text) {
        sentence.setText(text);
    }

    /// What the button does, said as a verb; without one there is no button.
    public StringProperty verbProperty() {
        return button.textProperty();
    }

    /// The verb.
    public String getVerb() {
        return button.getText();
    }

    /// Sets the verb.
    public void setVerb(String text) {
        button.setText(text);
    }

    /// What the button does.
    public ObjectProperty<EventHandler<ActionEvent>> onActionProperty() {
        return button.onActionProperty();
    }

    /// The handler of the button.
    public EventHandler<ActionEvent> getOnAction() {
        return button.getOnAction();
    }

    /// Sets the handler of the button.
    public void setOnAction(EventHandler<ActionEvent> handler) {
        button.setOnAction(handler);
    }
}
