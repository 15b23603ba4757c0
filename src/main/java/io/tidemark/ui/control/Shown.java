package io.tidemark.ui.control;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/// Nodes that come and go: one that is not shown takes no room either.
public final class Shown {
    private Shown() {
    }

    /// Shows a node while something holds.
    public static void when(Node node, ObservableValue<Boolean> holds) {
        node.visibleProperty().bind(holds);
        node.managedProperty().bind(node.visibleProperty());
    }
}
