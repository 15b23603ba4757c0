package io.tidemark.ui.setup;

import io.tidemark.pipeline.GatewayPreset;
import io.tidemark.pipeline.LabelledDays;
import io.tidemark.pipeline.Stage;
import io.tidemark.regime.RegimeThresholds;
import java.util.List;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import org.jspecify.annotations.Nullable;

/// What the set-up guide shows and what was chosen in it.
public final class SetupState {
    private final ObjectProperty<SetupStep> step = new SimpleObjectProperty<>(this, "step", SetupStep.FOLDER);
    private final ObservableSet<SetupStep> finished = FXCollections.observableSet();
    private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(this, "kind", Kind.DEMO);
    private final ObjectProperty<GatewayPreset> preset = new SimpleObjectProperty<>(this, "preset",
            GatewayPreset.TWS_PAPER);
    private final StringProperty host = new SimpleStringProperty(this, "host", GatewayPreset.THIS_MACHINE);
    private final StringProperty port = new SimpleStringProperty(this, "port", "7497");
    private final StringProperty csv = new SimpleStringProperty(this, "csv", "");
    private final StringProperty symbols = new SimpleStringProperty(this, "symbols", "");
    private final StringProperty years = new SimpleStringProperty(this, "years", "");
    private final StringProperty samples = new SimpleStringProperty(this, "samples", "");
    private final ObjectProperty<RegimeThresholds> rules = new SimpleObjectProperty<>(this, "rules",
            RegimeThresholds.defaults());
    private final ObjectProperty<RegimeThresholds> draft = new SimpleObjectProperty<>(this, "draft",
            RegimeThresholds.defaults());
    private final BooleanBinding rulesChanged = draft.isNotEqualTo(rules);
    private final ObjectProperty<@Nullable LabelledDays> days = new SimpleObjectProperty<>(this, "days");
    private final StringProperty found = new SimpleStringProperty(this, "found", "");
    private final StringProperty did = new SimpleStringProperty(this, "did", "");
    private final StringProperty trouble = new SimpleStringProperty(this, "trouble", "");
    private final BooleanProperty running = new SimpleBooleanProperty(this, "running");
    private final BooleanProperty testing = new SimpleBooleanProperty(this, "testing");
    private final List<StageRow> stages = List
            .of(Stage.DOWNLOAD, Stage.PREPARE_REGIME, Stage.PREPARE_POT, Stage.TRAIN_REGIME, Stage.TRAIN_POT).stream()
            .map(StageRow::new).toList();

    /// Where bars come from.
    enum Kind {
        DEMO, GATEWAY, CSV
    }

    ObjectProperty<SetupStep> stepProperty() {
        return step;
    }

    /// The steps that need nothing more.
    ObservableSet<SetupStep> finished() {
        return finished;
    }

    ObjectProperty<Kind> kindProperty() {
        return kind;
    }

    ObjectProperty<GatewayPreset> presetProperty() {
        return preset;
    }

    StringProperty hostProperty() {
        return host;
    }

    StringProperty portProperty() {
        return port;
    }

    /// The folder of CSV files.
    StringProperty csvProperty() {
        return csv;
    }

    /// Symbols, separated by commas.
    StringProperty symbolsProperty() {
        return symbols;
    }

    StringProperty yearsProperty() {
        return years;
    }

    /// Options a symbol.
    StringProperty samplesProperty() {
        return samples;
    }

    /// The thresholds in force.
    ObjectProperty<RegimeThresholds> rulesProperty() {
        return rules;
    }

    /// The thresholds being tried.
    ObjectProperty<RegimeThresholds> draftProperty() {
        return draft;
    }

    /// Whether the draft is not what is in force.
    BooleanBinding rulesChanged() {
        return rulesChanged;
    }

    /// The days as the draft labels them; null while there are no bars.
    ObjectProperty<@Nullable LabelledDays> daysProperty() {
        return days;
    }

    /// What the folder holds already; empty until it was looked at.
    StringProperty foundProperty() {
        return found;
    }

    /// What the step did; empty before that.
    StringProperty didProperty() {
        return did;
    }

    /// Why the step failed and what to do; empty when it did not.
    StringProperty troubleProperty() {
        return trouble;
    }

    BooleanProperty runningProperty() {
        return running;
    }

    /// Whether the source is being tried.
    BooleanProperty testingProperty() {
        return testing;
    }

    List<StageRow> stages() {
        return stages;
    }

    StageRow stage(Stage which) {
        return stages.stream().filter(each -> each.stage() == which).findFirst().orElseThrow();
    }
}
