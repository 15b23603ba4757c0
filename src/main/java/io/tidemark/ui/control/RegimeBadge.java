package io.tidemark.ui.control;

import io.tidemark.regime.Regime;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// A regime in one glance: its shape in its colour, and its two letters.
///
/// The shape and the letters tell it without the colour.
public final class RegimeBadge extends HBox {
    /// Of one regime.
    public RegimeBadge(Regime regime) {
        super(5);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("regime-badge");
        var code = new Label(regime.code());
        code.getStyleClass().add("regime-code");
        code.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(shape(regime), code);
        setAccessibleText(regime.title());
        setMinWidth(USE_PREF_SIZE);
    }

    /// The shape alone; shape and colour are in the sheet.
    public static Region shape(Regime regime) {
        var shape = new Region();
        shape.getStyleClass().addAll("regime-shape", styleClass(regime));
        return shape;
    }

    /// The style class that says which regime a node stands for: `regime-es`.
    public static String styleClass(Regime regime) {
        return "regime-" + regime.code().toLowerCase(Locale.ROOT);
    }
}
