package io.tidemark.ui.theme;

import java.util.EnumMap;
import java.util.Map;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;

/// Reads the colours that the sheets give to the tokens, by letting CSS style a node for each.
final class ThemeColors {
    private ThemeColors() {
    }

    /// The colours of a theme whose user-agent sheet is in force.
    static Palette read(Theme theme) {
        var swatches = new EnumMap<Token, Rectangle>(Token.class);
        var root = new Group();
        for (Token token : Token.values()) {
            var swatch = new Rectangle(1, 1);
            swatch.setStyle("-fx-fill: " + token.css() + ";");
            swatches.put(token, swatch);
            root.getChildren().add(swatch);
        }
        var scene = new Scene(root);
        scene.getStylesheets().setAll(theme.sheets());
        root.applyCss();
        var colors = new EnumMap<Token, Color>(Token.class);
        for (Map.Entry<Token, Rectangle> each : swatches.entrySet()) {
            if (each.getValue().getFill() instanceof Color color) {
                colors.put(each.getKey(), color);
            }
        }
        return new Palette(theme, colors);
    }
}
