package io.tidemark.ui.predict;

import io.tidemark.market.Symbol;
import io.tidemark.pipeline.RegimeNow;
import io.tidemark.pipeline.TouchNow;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What the predictions pane shows.
public final class PredictState {
    private final ObjectProperty<Phase> phase = new SimpleObjectProperty<>(this, "phase", Phase.ASKING);
    private final ObservableList<Symbol> symbols = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Symbol> symbol = new SimpleObjectProperty<>(this, "symbol");
    private final ObjectProperty<Answer<RegimeNow>> regime = new SimpleObjectProperty<>(this, "regime",
            new Answer.Withheld<>(""));
    private final ObjectProperty<Answer<TouchNow>> touches = new SimpleObjectProperty<>(this, "touches",
            new Answer.Withheld<>(""));

    /// What can be shown at all.
    public enum Phase {
        /// The models are being asked for the first time.
        ASKING,
        /// Neither model can be asked.
        SILENT,
        /// At least one of them has answered.
        ANSWERED
    }

    /// What can be shown.
    public ObjectProperty<Phase> phaseProperty() {
        return phase;
    }

    /// Symbols with bars and options.
    public ObservableList<Symbol> symbols() {
        return symbols;
    }

    /// Whose options are asked about; null before the first answer.
    public ObjectProperty<@Nullable Symbol> symbolProperty() {
        return symbol;
    }

    /// What the regime classifier says.
    ObjectProperty<Answer<RegimeNow>> regimeProperty() {
        return regime;
    }

    /// What the touch model says of the symbol.
    ObjectProperty<Answer<TouchNow>> touchesProperty() {
        return touches;
    }
}
