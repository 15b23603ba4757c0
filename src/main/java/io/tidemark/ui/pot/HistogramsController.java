package io.tidemark.ui.pot;

import io.tidemark.inspection.OptionColumn;
import io.tidemark.inspection.OptionFigures;
import io.tidemark.inspection.OptionQuery;
import io.tidemark.inspection.OptionSelection;
import io.tidemark.ui.theme.ThemeSwitch;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The features' histograms, large enough to be read, split by touched.
public final class HistogramsController implements AutoCloseable {
    private static final List<OptionColumn> SHOWN = List.of(OptionColumn.DISTANCE, OptionColumn.Z, OptionColumn.DAYS,
            OptionColumn.RIGHT, OptionColumn.IMPLIED_VOLATILITY, OptionColumn.HISTORICAL_VOLATILITY,
            OptionColumn.MOMENTUM, OptionColumn.CLOSED_FORM);
    private static final int ACROSS = 4;

    private final PotState state;
    private final Map<OptionColumn, ColumnHistogram> histograms = new EnumMap<>(OptionColumn.class);
    private Subscription following = Subscription.EMPTY;

    @FXML
    private GridPane histogramGrid;

    HistogramsController(PotState state, PotDesk desk, ThemeSwitch theme) {
        this.state = state;
        for (OptionColumn column : SHOWN) {
            histograms.put(column, new ColumnHistogram(column, theme, desk));
        }
    }

    @FXML
    private void initialize() {
        histograms.forEach((column, histogram) -> {
            int place = SHOWN.indexOf(column);
            histogramGrid.add(card(column, histogram), place % ACROSS, place / ACROSS);
        });
        following = state.figuresProperty().subscribe(this::show);
    }

    private static VBox card(OptionColumn column, ColumnHistogram histogram) {
        var name = new Label(OptionText.title(column));
        name.getStyleClass().add("histogram-name");
        name.setTooltip(new Tooltip(OptionText.words(column)));
        var chart = histogram.chart().node();
        VBox.setVgrow(chart, Priority.ALWAYS);
        return new VBox(name, chart);
    }

    private void show(@Nullable OptionFigures figures) {
        if (figures != null) {
            OptionSelection found = state.selectionProperty().get();
            OptionQuery query = found == null ? OptionQuery.all() : found.query();
            histograms.values().forEach(each -> each.show(figures, query));
        }
    }

    @Override
    public void close() {
        following.unsubscribe();
        histograms.values().forEach(ColumnHistogram::close);
    }
}
