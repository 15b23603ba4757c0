package io.tidemark.ui.control;

import javafx.beans.NamedArg;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;

/// An icon at a size; its colour comes from the style class `icon-shape`.
///
/// An icon says nothing to a screen reader: the button around it carries the words.
public final class IconView extends StackPane {
    private static final double GRID = 24;

    /// An icon as large as text.
    public IconView(@NamedArg("icon") Icon icon) {
        this(icon, 16);
    }

    /// An icon in a square.
    ///
    /// @param size side in pixels
    public IconView(Icon icon, double size) {
        var shape = new SVGPath();
        shape.setContent(icon.path());
        shape.getStyleClass().add("icon-shape");
        shape.getTransforms().add(new Scale(size / GRID, size / GRID, 0, 0));
        shape.setManaged(false);
        getChildren().add(shape);
        getStyleClass().add("icon");
        setMinSize(size, size);
        setPrefSize(size, size);
        setMaxSize(size, size);
        setMouseTransparent(true);
    }
}
