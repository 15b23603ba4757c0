package io.tidemark.ui.control;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;

/// Buttons that follow the rules: an icon alone has words for a screen reader and a tooltip.
public final class Buttons {
    private Buttons() {
    }

    /// A flat button that shows an icon only.
    ///
    /// @param words what it does, said as a verb; read aloud and shown as a tooltip
    public static Button icon(Icon icon, String words, Runnable action) {
        var button = new Button(null, new IconView(icon));
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        button.setAccessibleText(words);
        button.setTooltip(new Tooltip(words));
        button.setOnAction(event -> action.run());
        return button;
    }

    /// A button that says its verb.
    public static Button verb(String words, Runnable action) {
        var button = new Button(words);
        button.setOnAction(event -> action.run());
        return button;
    }
}
