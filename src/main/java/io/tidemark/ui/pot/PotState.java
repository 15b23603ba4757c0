package io.tidemark.ui.pot;

import io.tidemark.inspection.OptionFigures;
import io.tidemark.inspection.OptionInspection;
import io.tidemark.inspection.OptionQuery;
import io.tidemark.inspection.OptionReplay;
import io.tidemark.inspection.OptionSelection;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// What the touch data pane shows.
public final class PotState {
    private final ObjectProperty<Phase> phase = new SimpleObjectProperty<>(this, "phase", Phase.READING);
    private final StringProperty trouble = new SimpleStringProperty(this, "trouble", "");
    private final StringProperty message = new SimpleStringProperty(this, "message", "");
    private final ObjectProperty<@Nullable OptionInspection> options = new SimpleObjectProperty<>(this, "options");
    private final ObjectProperty<OptionQuery> query = new SimpleObjectProperty<>(this, "query", OptionQuery.all());
    private final ObjectProperty<@Nullable OptionSelection> selection = new SimpleObjectProperty<>(this, "selection");
    private final ObjectProperty<@Nullable OptionFigures> figures = new SimpleObjectProperty<>(this, "figures");
    private final ObjectProperty<@Nullable OptionReplay> replay = new SimpleObjectProperty<>(this, "replay");
    private final StringProperty replayTrouble = new SimpleStringProperty(this, "replayTrouble", "");
    private final BooleanProperty preparing = new SimpleBooleanProperty(this, "preparing");

    /// How far the pane is.
    public enum Phase {
        /// The options are being read.
        READING,
        /// There are no bars to sample options on.
        NO_BARS,
        /// There are bars, but no options were prepared.
        EMPTY,
        /// The options could not be read.
        FAILED,
        /// The options are there.
        READY
    }

    /// How far the pane is.
    public ObjectProperty<Phase> phaseProperty() {
        return phase;
    }

    /// Why the options could not be read.
    public StringProperty troubleProperty() {
        return trouble;
    }

    /// What the last step came to; empty when there is nothing to say.
    public StringProperty messageProperty() {
        return message;
    }

    /// All options; null until they are read.
    public ObjectProperty<@Nullable OptionInspection> optionsProperty() {
        return options;
    }

    /// Which options are asked for; the selection follows a moment later.
    public ObjectProperty<OptionQuery> queryProperty() {
        return query;
    }

    /// The options found.
    public ObjectProperty<@Nullable OptionSelection> selectionProperty() {
        return selection;
    }

    /// The options found, counted; follows the selection a moment later.
    public ObjectProperty<@Nullable OptionFigures> figuresProperty() {
        return figures;
    }

    /// The option that is replayed; null for none.
    public ObjectProperty<@Nullable OptionReplay> replayProperty() {
        return replay;
    }

    /// Why an option cannot be replayed; empty when nothing is wrong.
    public StringProperty replayTroubleProperty() {
        return replayTrouble;
    }

    /// Whether options are being prepared.
    public BooleanProperty preparingProperty() {
        return preparing;
    }
}
