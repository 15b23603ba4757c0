package io.tidemark.ui.download;

import io.tidemark.gateway.PacingUsage;
import io.tidemark.market.Symbol;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What the download pane shows.
public final class DownloadState {
    private final ObservableList<DownloadRow> rows = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable DownloadRow> selected = new SimpleObjectProperty<>(this, "selected");
    private final BooleanProperty running = new SimpleBooleanProperty(this, "running");
    private final BooleanProperty volatility = new SimpleBooleanProperty(this, "volatility", true);
    private final StringProperty summary = new SimpleStringProperty(this, "summary", "");
    private final StringProperty trouble = new SimpleStringProperty(this, "trouble", "");
    private final StringProperty source = new SimpleStringProperty(this, "source", "");
    private final StringProperty left = new SimpleStringProperty(this, "left", "");
    private final ObjectProperty<Optional<PacingUsage>> pacing = new SimpleObjectProperty<>(this, "pacing",
            Optional.empty());
    private final ObservableList<String> notices = FXCollections.observableArrayList();

    /// The symbols, stored ones and those to come.
    public ObservableList<DownloadRow> rows() {
        return rows;
    }

    /// The row whose findings are shown.
    public ObjectProperty<@Nullable DownloadRow> selectedProperty() {
        return selected;
    }

    /// Whether a download of this pane runs.
    public BooleanProperty runningProperty() {
        return running;
    }

    /// Whether the workspace downloads and uses implied volatility.
    public BooleanProperty volatilityProperty() {
        return volatility;
    }

    /// How the last download went, or what is stored; one sentence.
    public StringProperty summaryProperty() {
        return summary;
    }

    /// Why nothing can be downloaded, and what to do; empty when nothing is wrong.
    public StringProperty troubleProperty() {
        return trouble;
    }

    /// Where bars are taken from, in words.
    public StringProperty sourceProperty() {
        return source;
    }

    /// How far the download is and how long it takes: `2 of 5 symbols, about 12 s left`; empty when none runs.
    public StringProperty leftProperty() {
        return left;
    }

    /// How much of the request budget is used; empty where requests are not limited.
    public ObjectProperty<Optional<PacingUsage>> pacingProperty() {
        return pacing;
    }

    /// What the gateway said meanwhile, oldest first.
    public ObservableList<String> notices() {
        return notices;
    }

    /// The row of a symbol, added at the end when there is none.
    public DownloadRow row(Symbol symbol) {
        return rows.stream().filter(each -> each.symbol().equals(symbol)).findFirst().orElseGet(() -> {
            var row = new DownloadRow(symbol);
            rows.add(row);
            return row;
        });
    }
}
