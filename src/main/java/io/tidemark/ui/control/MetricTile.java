package io.tidemark.ui.control;

import java.util.Locale;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// One figure: its name, its value, how sure it is, and what it means.
public final class MetricTile extends VBox {
    private static final double TOOLTIP_WIDTH = 320;

    private final Label name = new Label();
    private final Label value = new Label();
    private final Label interval = new Label();
    private final Tooltip explanation = new Tooltip();

    /// How a figure is to be judged.
    public enum Mood {
        /// A figure among others.
        PLAIN,
        /// As it should be.
        GOOD,
        /// Needs a look.
        WARNING,
        /// Not as it should be.
        BAD
    }

    /// A figure that is not known yet: a dash.
    public MetricTile() {
        getStyleClass().add("metric-tile");
        name.getStyleClass().add("metric-name");
        value.getStyleClass().add("metric-value");
        interval.getStyleClass().add("metric-interval");
        name.setMinWidth(USE_PREF_SIZE);
        value.setMinWidth(USE_PREF_SIZE);
        interval.setWrapText(true);
        interval.setMinHeight(USE_PREF_SIZE);
        interval.managedProperty().bind(interval.textProperty().isNotEmpty());
        value.setText("–");
        explanation.setWrapText(true);
        explanation.setMaxWidth(TOOLTIP_WIDTH);
        explanation.setShowDelay(Duration.millis(300));
        explanation.setShowDuration(Duration.INDEFINITE);
        explanation.textProperty().addListener((observed, before, text) -> Tooltip.install(this, explanation));
        accessibleTextProperty().bind(name.textProperty().concat(" ").concat(value.textProperty()).concat(" ")
                .concat(interval.textProperty()));
        setFocusTraversable(false);
        getChildren().addAll(name, value, interval);
    }

    /// What the figure is called.
    public StringProperty nameProperty() {
        return name.textProperty();
    }

    /// The name.
    public String getName() {
        return name.getText();
    }

    /// Sets the name.
    public void setName(String text) {
        name.setText(text);
    }

    /// The figure as text.
    public StringProperty valueProperty() {
        return value.textProperty();
    }

    /// The figure.
    public String getValue() {
        return value.getText();
    }

    /// Sets the figure.
    public void setValue(String text) {
        value.setText(text);
    }

    /// How sure the figure is, or what it is compared with; empty for no such line.
    public StringProperty intervalProperty() {
        return interval.textProperty();
    }

    /// The interval.
    public String getInterval() {
        return interval.getText();
    }

    /// Sets the interval.
    public void setInterval(String text) {
        interval.setText(text);
    }

    /// What the figure means, for somebody who meets it first; a tooltip.
    public StringProperty explanationProperty() {
        return explanation.textProperty();
    }

    /// The explanation.
    public String getExplanation() {
        return explanation.getText();
    }

    /// Sets the explanation.
    public void setExplanation(String text) {
        explanation.setText(text);
    }

    /// Tells how the figure is to be judged; say it in words too.
    public void setMood(Mood mood) {
        for (Mood each : Mood.values()) {
            pseudoClassStateChanged(PseudoClass.getPseudoClass(each.name().toLowerCase(Locale.ROOT)), each == mood);
        }
    }
}
