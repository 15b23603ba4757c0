package io.tidemark.ui.overview;

import io.tidemark.pipeline.DriftReport;
import io.tidemark.pipeline.RunRow;
import io.tidemark.pipeline.WorkspaceOverview;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What the overview shows.
public final class OverviewState {
    private final ObjectProperty<@Nullable WorkspaceOverview> overview = new SimpleObjectProperty<>(this, "overview");
    private final ObjectProperty<@Nullable Freshness> standing = new SimpleObjectProperty<>(this, "standing");
    private final ObservableList<RunRow> runs = FXCollections.observableArrayList();
    private final StringProperty trouble = new SimpleStringProperty(this, "trouble", "");
    private final BooleanProperty running = new SimpleBooleanProperty(this, "running");
    private final DoubleProperty done = new SimpleDoubleProperty(this, "done", -1);
    private final ObjectProperty<@Nullable DriftReport> drift = new SimpleObjectProperty<>(this, "drift");
    private final StringProperty doing = new SimpleStringProperty(this, "doing", "");

    /// What was found; null before the first look.
    public ObjectProperty<@Nullable WorkspaceOverview> overviewProperty() {
        return overview;
    }

    /// How far the bars reach and whether the update is due; null before the workspace was set up.
    ObjectProperty<@Nullable Freshness> standingProperty() {
        return standing;
    }

    /// Every run that was kept.
    public ObservableList<RunRow> runs() {
        return runs;
    }

    /// Whether the newest sessions are like those learned from; null while that is not known.
    public ObjectProperty<@Nullable DriftReport> driftProperty() {
        return drift;
    }

    /// Why the last look or set-up failed, and what to do; empty when it did not.
    public StringProperty troubleProperty() {
        return trouble;
    }

    /// Whether the set-up on the demo market runs.
    public BooleanProperty runningProperty() {
        return running;
    }

    /// How far the stage of the running set-up is, 0 to 1, or -1 when that is unknown.
    public DoubleProperty doneProperty() {
        return done;
    }

    /// What the running set-up is doing.
    public StringProperty doingProperty() {
        return doing;
    }
}
