package io.tidemark.ui.training;

import io.tidemark.model.ModelKind;
import io.tidemark.pipeline.LeakFinding;
import io.tidemark.pipeline.PromotionPolicy;
import io.tidemark.pipeline.RunRow;
import io.tidemark.training.LearningCurve;
import io.tidemark.ui.screen.Memory;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
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

/// What the training pane shows.
public final class TrainingState {
    private final ObjectProperty<Phase> phase = new SimpleObjectProperty<>(this, "phase", Phase.READING);
    private final StringProperty trouble = new SimpleStringProperty(this, "trouble", "");
    private final StringProperty message = new SimpleStringProperty(this, "message", "");
    private final ObjectProperty<ModelKind> model = new SimpleObjectProperty<>(this, "model",
            ModelKind.REGIME_CLASSIFIER);
    private final ObservableList<RunRow> runs = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable ShownRun> shown = new SimpleObjectProperty<>(this, "shown");
    private final BooleanProperty training = new SimpleBooleanProperty(this, "training");
    private final DoubleProperty done = new SimpleDoubleProperty(this, "done", -1);
    private final ObjectProperty<List<LearningCurve>> curves = new SimpleObjectProperty<>(this, "curves", List.of());
    private final ObservableList<LeakFinding> findings = FXCollections.observableArrayList();
    private final StringProperty checked = new SimpleStringProperty(this, "checked", "");
    private final BooleanProperty checking = new SimpleBooleanProperty(this, "checking");
    private final Map<ModelKind, ParameterSheet> sheets = new EnumMap<>(ModelKind.class);
    private final Map<ModelKind, BooleanProperty> wanted = new EnumMap<>(ModelKind.class);
    private final ObjectProperty<PromotionPolicy> policy = new SimpleObjectProperty<>(this, "policy",
            PromotionPolicy.IF_NOT_WORSE);
    private final BooleanBinding ready;

    /// What can be shown at all.
    public enum Phase {
        /// The runs are being read.
        READING,
        /// There are neither bars nor runs.
        EMPTY,
        /// There is something to train on, or a run.
        READY,
        /// The runs cannot be read.
        FAILED
    }

    /// Nothing is read yet; the parameters are the usual ones.
    ///
    /// @param seed that is usual
    public TrainingState(long seed) {
        for (ModelKind each : ModelKind.values()) {
            sheets.put(each, new ParameterSheet(each, seed));
            wanted.put(each, new SimpleBooleanProperty(this, each.fileName(), true));
        }
        var sheet = sheet(ModelKind.REGIME_CLASSIFIER).valid();
        var other = sheet(ModelKind.PROBABILITY_OF_TOUCH).valid();
        var regime = wantedProperty(ModelKind.REGIME_CLASSIFIER);
        var touch = wantedProperty(ModelKind.PROBABILITY_OF_TOUCH);
        ready = Bindings.createBooleanBinding(() -> (regime.get() || touch.get()) && (!regime.get() || sheet.get())
                && (!touch.get() || other.get()), sheet, other, regime, touch);
    }

    /// Takes over the parameters typed in an earlier window, and keeps those typed from now on.
    ///
    /// @param workspace each has parameters of its own
    public void remember(Memory memory, Path workspace) {
        sheets.forEach((kind, sheet) -> sheet.remember(memory, kind.fileName() + " " + workspace));
    }

    /// What can be shown.
    public ObjectProperty<Phase> phaseProperty() {
        return phase;
    }

    /// Why the runs, or the figures of one, cannot be read.
    public StringProperty troubleProperty() {
        return trouble;
    }

    /// What training is doing, or what it came to.
    public StringProperty messageProperty() {
        return message;
    }

    /// The model whose parameters and figures are shown.
    public ObjectProperty<ModelKind> modelProperty() {
        return model;
    }

    /// All runs of both models, the newest first.
    public ObservableList<RunRow> runs() {
        return runs;
    }

    /// The runs of the model shown, the newest first.
    List<RunRow> runsOfModel() {
        return runs.stream().filter(row -> row.model() == model.get()).toList();
    }

    /// The run shown, of the model shown; null when it has none.
    ObjectProperty<@Nullable ShownRun> shownProperty() {
        return shown;
    }

    /// Whether a training runs that was started here.
    public BooleanProperty trainingProperty() {
        return training;
    }

    /// How much of the stage is done, 0 to 1; below 0 when that is not known.
    public DoubleProperty doneProperty() {
        return done;
    }

    /// Learning curves: live ones while training, else those of the run shown.
    public ObjectProperty<List<LearningCurve>> curvesProperty() {
        return curves;
    }

    /// What the leak check found.
    public ObservableList<LeakFinding> findings() {
        return findings;
    }

    /// What the findings are of, or why there are none.
    public StringProperty checkedProperty() {
        return checked;
    }

    /// Whether a leak check runs.
    public BooleanProperty checkingProperty() {
        return checking;
    }

    /// The parameters of a model as typed.
    ParameterSheet sheet(ModelKind of) {
        return Objects.requireNonNull(sheets.get(of));
    }

    /// Whether a model is to be trained.
    BooleanProperty wantedProperty(ModelKind of) {
        return Objects.requireNonNull(wanted.get(of));
    }

    /// When a trained model is put in use.
    public ObjectProperty<PromotionPolicy> policyProperty() {
        return policy;
    }

    /// Whether at least one model is chosen and the parameters of the chosen ones are within their ranges.
    public BooleanBinding ready() {
        return ready;
    }
}
