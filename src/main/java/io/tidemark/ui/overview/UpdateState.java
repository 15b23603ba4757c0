package io.tidemark.ui.overview;

import io.tidemark.ui.screen.Memory;
import java.nio.file.Path;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What is shown of the monthly update.
public final class UpdateState {
    private final BooleanProperty running = new SimpleBooleanProperty(this, "running");
    private final DoubleProperty done = new SimpleDoubleProperty(this, "done", -1);
    private final StringProperty doing = new SimpleStringProperty(this, "doing", "");
    private final StringProperty outcome = new SimpleStringProperty(this, "outcome", "");
    private final BooleanProperty whenDue = new SimpleBooleanProperty(this, "whenDue");

    /// The state for a workspace, with what was chosen for it before.
    ///
    /// @param memory keeps whether the window starts the update, for each workspace by itself
    public UpdateState(Memory memory, Path workspace) {
        String name = "update-when-due " + workspace;
        whenDue.set(memory.get(name).map(Boolean::parseBoolean).orElse(false));
        whenDue.addListener((observed, before, chosen) -> memory.put(name, chosen.toString()));
    }

    /// Whether the update runs.
    public BooleanProperty runningProperty() {
        return running;
    }

    /// How far the stage of the running update is, 0 to 1, or -1 when that is unknown.
    public DoubleProperty doneProperty() {
        return done;
    }

    /// What the running update is doing.
    public StringProperty doingProperty() {
        return doing;
    }

    /// How the last update ended; empty before the first one.
    public StringProperty outcomeProperty() {
        return outcome;
    }

    /// Whether the window starts an update that is due when it opens; not so until it is chosen.
    public BooleanProperty whenDueProperty() {
        return whenDue;
    }
}
