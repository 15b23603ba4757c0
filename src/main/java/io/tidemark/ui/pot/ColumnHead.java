package io.tidemark.ui.pot;

import io.tidemark.inspection.OptionColumn;
import io.tidemark.inspection.OptionFigures;
import io.tidemark.inspection.OptionQuery;
import io.tidemark.ui.theme.ThemeSwitch;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The head of a column: its name, which sorts, over a histogram whose bins filter.
final class ColumnHead extends VBox {
    private static final double HEIGHT = 34;

    private final ColumnHistogram histogram;

    ColumnHead(OptionColumn column, ThemeSwitch theme, PotDesk desk) {
        histogram = new ColumnHistogram(column, theme, desk);
        var name = new Label(OptionText.title(column));
        name.setTooltip(new Tooltip(OptionText.words(column)));
        Region bars = histogram.chart().node();
        bars.setPrefSize(48, HEIGHT);
        bars.setId("histogram_" + column.fileName());
        var place = new StackPane(bars);
        // a click on a bin filters; it must not sort as a click on the head does
        place.addEventHandler(MouseEvent.ANY, event -> {
            if (event.getEventType() != MouseEvent.MOUSE_MOVED) {
                event.consume();
            }
        });
        getStyleClass().add("option-head");
        getChildren().addAll(name, place);
    }

    /// Counts anew, the filtered bins marked.
    void show(OptionFigures figures, OptionQuery query) {
        histogram.show(figures, query);
    }

    void close() {
        histogram.close();
    }
}
