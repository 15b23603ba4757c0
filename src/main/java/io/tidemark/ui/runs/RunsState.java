package io.tidemark.ui.runs;

import io.tidemark.model.ModelKind;
import io.tidemark.pipeline.RunComparison;
import io.tidemark.pipeline.RunRow;
import io.tidemark.training.LearningCurve;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import javafx.collections.transformation.FilteredList;

/// What the runs pane shows.
public final class RunsState {
    private final ObjectProperty<Phase> phase = new SimpleObjectProperty<>(this, "phase", Phase.READING);
    private final StringProperty trouble = new SimpleStringProperty(this, "trouble", "");
    private final ObservableList<RunRow> runs = FXCollections.observableArrayList();
    private final FilteredList<RunRow> listed = new FilteredList<>(runs);
    private final ObjectProperty<Optional<ModelKind>> only = new SimpleObjectProperty<>(this, "only",
            Optional.empty());
    private final ObservableSet<RunRow> ticked = FXCollections.observableSet(new LinkedHashSet<>());
    private final ObjectProperty<List<Curve>> curves = new SimpleObjectProperty<>(this, "curves", List.of());
    private final ObservableList<RunRow> chosen = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<RunComparison>> comparison = new SimpleObjectProperty<>(this, "comparison",
            Optional.empty());

    /// Runs whose learning curves lie over each other, at most.
    static final int MOST_CURVES = 6;

    /// The learning curve of a run.
    ///
    /// @param row whose
    /// @param curve of its last fold
    record Curve(RunRow row, LearningCurve curve) {}

    /// What can be shown at all.
    public enum Phase {
        /// The runs are being read.
        READING,
        /// Nothing was trained yet.
        EMPTY,
        /// There are runs.
        READY,
        /// The runs cannot be read.
        FAILED
    }

    /// Nothing is read yet.
    public RunsState() {
        only.subscribe(model -> listed.setPredicate(row -> model.isEmpty() || row.model() == model.get()));
    }

    /// What can be shown.
    public ObjectProperty<Phase> phaseProperty() {
        return phase;
    }

    /// Why the runs cannot be read.
    public StringProperty troubleProperty() {
        return trouble;
    }

    /// All runs, the newest first.
    public ObservableList<RunRow> runs() {
        return runs;
    }

    /// The runs of the model asked for; read only.
    public FilteredList<RunRow> listed() {
        return listed;
    }

    /// The model whose runs are listed; empty for all.
    public ObjectProperty<Optional<ModelKind>> onlyProperty() {
        return only;
    }

    /// The runs whose learning curves are asked for, in the order of asking; [RunsDesk#tick] changes them.
    public ObservableSet<RunRow> ticked() {
        return ticked;
    }

    /// The learning curves of the ticked runs, as far as they are read.
    ObjectProperty<List<Curve>> curvesProperty() {
        return curves;
    }

    /// The runs selected, in the order of the table.
    public ObservableList<RunRow> chosen() {
        return chosen;
    }

    /// What is known of the one run chosen, or of two side by side, the older first.
    public ObjectProperty<Optional<RunComparison>> comparisonProperty() {
        return comparison;
    }

    /// The chosen runs, the older first.
    List<RunRow> chosenByAge() {
        return List.copyOf(chosen).reversed();
    }
}
