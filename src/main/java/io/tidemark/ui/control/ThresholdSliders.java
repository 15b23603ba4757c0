package io.tidemark.ui.control;

import io.tidemark.regime.RegimeThreshold;
import io.tidemark.regime.RegimeThresholds;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.ObjDoubleConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The thresholds of the regime rules as sliders, each with its name and value above it.
public final class ThresholdSliders extends VBox {
    private static final double GAP = 10;

    private final Map<RegimeThreshold, Slider> sliders = new EnumMap<>(RegimeThreshold.class);
    private final Map<RegimeThreshold, Label> values = new EnumMap<>(RegimeThreshold.class);
    private final ObjDoubleConsumer<RegimeThreshold> moved;
    private boolean showing;

    /// @param first the thresholds to begin with
    /// @param moved told the threshold and the value that a person drags it to
    public ThresholdSliders(RegimeThresholds first, ObjDoubleConsumer<RegimeThreshold> moved) {
        super(GAP);
        this.moved = moved;
        for (RegimeThreshold each : RegimeThreshold.values()) {
            getChildren().add(row(each, first));
        }
        show(first);
    }

    private Node row(RegimeThreshold threshold, RegimeThresholds first) {
        var slider = new Slider(threshold.least(), threshold.most(), threshold.in(first));
        slider.setId("threshold-" + threshold.name());
        slider.setBlockIncrement(threshold.step());
        slider.setAccessibleText(threshold.title());
        var title = new Label(threshold.title());
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var value = new Label();
        value.getStyleClass().addAll("numeric", "threshold-value");
        value.setMinWidth(Region.USE_PREF_SIZE);
        var head = new HBox(GAP, title, space, value);
        head.setAlignment(Pos.BASELINE_LEFT);
        sliders.put(threshold, slider);
        values.put(threshold, value);
        slider.valueProperty().addListener((observed, before, now) -> {
            if (!showing) {
                moved.accept(threshold, now.doubleValue());
            }
        });
        return new VBox(head, slider);
    }

    /// Shows other thresholds; a thumb under the hand stays where the hand is.
    public void show(RegimeThresholds at) {
        showing = true;
        sliders.forEach((threshold, slider) -> {
            if (!slider.isValueChanging()) {
                slider.setValue(threshold.in(at));
            }
        });
        values.forEach((threshold, label) -> label.setText(threshold.quantity().text(threshold.in(at))));
        showing = false;
    }
}
