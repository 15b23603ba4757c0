package io.tidemark.inspection;

import io.tidemark.inspection.OptionFilter.Range;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/// How often options are touched by how far away and how long they are: rows of days, columns of distances.
///
/// @param distances ends of the columns in percent, ascending; the last one may be infinite
/// @param days ends of the rows in days, ascending; the last one may be infinite
/// @param counts options by row and column
/// @param touched how many of them were touched
/// @param closedForm their mean closed-form probability, NaN for an empty cell
public record OptionHeat(double[] distances, double[] days, int[][] counts, int[][] touched, double[][] closedForm) {
    private static final double[] DISTANCES = {0, 1, 2, 3, 5, 10, 20, 30, Double.POSITIVE_INFINITY};
    private static final double[] DAYS = {0, 8, 15, 22, 31, 46, 61, 91, Double.POSITIVE_INFINITY};

    /// The share touched, NaN for an empty cell.
    public double rate(int row, int column) {
        return (double) touched[row][column] / counts[row][column];
    }

    /// What an option has to be to lie in a cell.
    public List<OptionFilter> filters(int row, int column) {
        return List.of(Range.upTo(OptionColumn.DAYS, days[row], days[row + 1]),
                Range.upTo(OptionColumn.DISTANCE, distances[column], distances[column + 1]));
    }

    /// Counts rows; the longest and the farthest cells that no option of the table reaches are left out.
    static OptionHeat of(OptionTable table, int[] rows) {
        double[] far = reached(DISTANCES, table, OptionColumn.DISTANCE);
        double[] late = reached(DAYS, table, OptionColumn.DAYS);
        var counts = new int[late.length - 1][far.length - 1];
        var touched = new int[late.length - 1][far.length - 1];
        var closedForm = new double[late.length - 1][far.length - 1];
        IntToDoubleFunction distance = table.values(OptionColumn.DISTANCE);
        IntToDoubleFunction length = table.values(OptionColumn.DAYS);
        IntToDoubleFunction probability = table.values(OptionColumn.CLOSED_FORM);
        for (int row : rows) {
            int i = place(late, length.applyAsDouble(row));
            int j = place(far, distance.applyAsDouble(row));
            counts[i][j]++;
            touched[i][j] += table.touched(row) ? 1 : 0;
            closedForm[i][j] += probability.applyAsDouble(row);
        }
        for (int i = 0; i < counts.length; i++) {
            for (int j = 0; j < counts[i].length; j++) {
                closedForm[i][j] /= counts[i][j];
            }
        }
        return new OptionHeat(far, late, counts, touched, closedForm);
    }

    private static double[] reached(double[] edges, OptionTable table, OptionColumn column) {
        IntToDoubleFunction values = table.values(column);
        int last = 0;
        for (int row = 0; row < table.rows(); row++) {
            last = Math.max(last, place(edges, values.applyAsDouble(row)));
        }
        return Arrays.copyOf(edges, last + 2);
    }

    private static int place(double[] edges, double value) {
        int found = Arrays.binarySearch(edges, value);
        return found >= 0 ? found : -found - 2;
    }
}
