package io.tidemark.ui.regimes;

import io.tidemark.pipeline.LabelledDays;
import io.tidemark.pipeline.RegimeAudit;
import io.tidemark.regime.Regime;
import io.tidemark.regime.RegimeThresholds;
import io.tidemark.ui.chart.DayWindow;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import org.jspecify.annotations.Nullable;

/// What the regimes pane shows.
public final class RegimesState {
    private final ObjectProperty<Phase> phase = new SimpleObjectProperty<>(this, "phase", Phase.READING);
    private final StringProperty trouble = new SimpleStringProperty(this, "trouble", "");
    private final StringProperty message = new SimpleStringProperty(this, "message", "");
    private final ObjectProperty<@Nullable RegimeAudit> audit = new SimpleObjectProperty<>(this, "audit");
    private final ObjectProperty<@Nullable LabelledDays> days = new SimpleObjectProperty<>(this, "days");
    private final ObjectProperty<RegimeThresholds> draft = new SimpleObjectProperty<>(this, "draft",
            RegimeThresholds.defaults());
    private final BooleanBinding dirty = Bindings.createBooleanBinding(this::differs, draft, audit);
    private final BooleanProperty writing = new SimpleBooleanProperty(this, "writing");
    private final ObservableSet<Regime> hidden = FXCollections.observableSet();
    private final ObservableList<Integer> tour = FXCollections.observableArrayList();
    private final StringProperty tourTitle = new SimpleStringProperty(this, "tourTitle", "");
    private final DayWindow window = new DayWindow();

    private boolean differs() {
        RegimeAudit now = audit.get();
        return now != null && !now.applied().rules().thresholds().equals(draft.get());
    }

    /// How far the pane is.
    public enum Phase {
        /// The days are being read.
        READING,
        /// There are no bars to label.
        EMPTY,
        /// The days could not be read.
        FAILED,
        /// The days are there.
        READY
    }

    /// How far the pane is.
    public ObjectProperty<Phase> phaseProperty() {
        return phase;
    }

    /// Why the days could not be read.
    public StringProperty troubleProperty() {
        return trouble;
    }

    /// What the last step came to, such as "No later change.".
    public StringProperty messageProperty() {
        return message;
    }

    /// The days with rules and marks in force; null until they are read.
    public ObjectProperty<@Nullable RegimeAudit> auditProperty() {
        return audit;
    }

    /// The days as the draft labels them.
    public ObjectProperty<@Nullable LabelledDays> daysProperty() {
        return days;
    }

    /// The thresholds being tried.
    public ObjectProperty<RegimeThresholds> draftProperty() {
        return draft;
    }

    /// Whether the draft is not what is in force.
    public BooleanBinding dirty() {
        return dirty;
    }

    /// Whether a file is being written.
    public BooleanProperty writingProperty() {
        return writing;
    }

    /// Regimes without a band.
    public ObservableSet<Regime> hidden() {
        return hidden;
    }

    /// Days to step through, asked for by another screen, by index and ascending.
    public ObservableList<Integer> tour() {
        return tour;
    }

    /// What the days of the tour have in common.
    public StringProperty tourTitleProperty() {
        return tourTitle;
    }

    /// Takes days to step through.
    void setTour(String title, List<Integer> days) {
        tourTitle.set(title);
        tour.setAll(days);
    }

    /// What part of the days is seen, hovered and selected.
    public DayWindow window() {
        return window;
    }

    /// The day that keys and buttons start from: the hovered one, else the selected one, else the last one seen.
    public int currentDay() {
        if (window.hoveredProperty().get() != DayWindow.NONE) {
            return window.hoveredProperty().get();
        }
        int selected = window.selectedProperty().get();
        return selected != DayWindow.NONE ? selected : window.size() == 0 ? DayWindow.NONE : window.lastSeen();
    }
}
