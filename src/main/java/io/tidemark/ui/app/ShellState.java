package io.tidemark.ui.app;

import io.tidemark.ui.screen.ScreenId;
import java.nio.file.Path;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What the shell shows: which screens there are, which is in front, in which workspace.
final class ShellState {
    private final ObservableList<ScreenEntry> screens = FXCollections.observableArrayList();
    private final ObservableList<Path> recent = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable ScreenId> current = new SimpleObjectProperty<>(this, "current");
    private final ObjectProperty<@Nullable Path> workspace = new SimpleObjectProperty<>(this, "workspace");

    /// The screens in the order of the navigation.
    ObservableList<ScreenEntry> screens() {
        return screens;
    }

    /// Workspaces opened before, the last one first.
    ObservableList<Path> recent() {
        return recent;
    }

    /// The screen in front.
    ObjectProperty<@Nullable ScreenId> currentProperty() {
        return current;
    }

    /// The open workspace.
    ObjectProperty<@Nullable Path> workspaceProperty() {
        return workspace;
    }
}
