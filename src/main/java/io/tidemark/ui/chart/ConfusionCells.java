package io.tidemark.ui.chart;

import java.util.Arrays;
import java.util.List;

/// Makes the cells of a matrix of confusions: rows are true classes, columns predicted ones, heat the share of a row.
public final class ConfusionCells {
    private ConfusionCells() {
    }

    /// The cells.
    ///
    /// @param names of classes, in rows and in what is said of a cell
    /// @param counts square, true class by predicted class
    public static HeatGrid.Cells of(List<String> names, int[][] counts) {
        return of(names, names, counts);
    }

    /// The cells under short heads.
    ///
    /// @param heads of columns, short enough to stand over a cell
    public static HeatGrid.Cells of(List<String> names, List<String> heads, int[][] counts) {
        int size = names.size();
        double[][] heat = new double[size][size];
        String[][] texts = new String[size][size];
        String[][] details = new String[size][size];
        NumberText percent = NumberText.percent(1);
        for (int row = 0; row < size; row++) {
            int all = Arrays.stream(counts[row]).sum();
            for (int column = 0; column < size; column++) {
                double share = all == 0 ? 0 : (double) counts[row][column] / all;
                heat[row][column] = all == 0 ? Double.NaN : share;
                texts[row][column] = "%,d".formatted(counts[row][column]);
                details[row][column] = "%s labelled %s, predicted %s: %,d of %,d (%s)".formatted(
                        counts[row][column] == 1 ? "Day" : "Days", names.get(row), names.get(column),
                        counts[row][column], all, percent.of(share));
            }
        }
        return new HeatGrid.Cells(names, heads, heat, texts, details);
    }
}
