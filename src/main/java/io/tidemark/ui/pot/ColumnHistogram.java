package io.tidemark.ui.pot;

import io.tidemark.inspection.OptionBins;
import io.tidemark.inspection.OptionColumn;
import io.tidemark.inspection.OptionFigures;
import io.tidemark.inspection.OptionQuery;
import io.tidemark.ui.chart.SplitHistogram;
import io.tidemark.ui.theme.ThemeSwitch;
import java.util.Objects;

/// A histogram of one column whose bins filter when they are clicked.
final class ColumnHistogram implements AutoCloseable {
    private final OptionColumn column;
    private final SplitHistogram histogram;

    ColumnHistogram(OptionColumn column, ThemeSwitch theme, PotDesk desk) {
        this.column = column;
        histogram = new SplitHistogram(theme, value -> OptionText.number(column, value));
        histogram.setOnBin(bin -> desk.toggleBin(column, bin));
        histogram.node().setAccessibleText("Histogram of " + OptionText.title(column));
    }

    SplitHistogram chart() {
        return histogram;
    }

    /// Shows counts, with the bins marked that a filter lets pass.
    void show(OptionFigures figures, OptionQuery query) {
        OptionBins bins = Objects.requireNonNull(figures.bins().get(column), "every column is counted");
        if (bins.names().isEmpty()) {
            histogram.setCounts(bins.edges(), bins.untouched(), bins.touched());
        } else {
            histogram.setNamed(bins.names(), bins.untouched(), bins.touched());
        }
        int[] chosen = query.filter(column).map(filter -> OptionText.chosen(bins, filter)).orElse(new int[]{-1, -1});
        histogram.setChosen(chosen[0], chosen[1]);
    }

    @Override
    public void close() {
        histogram.close();
    }
}
