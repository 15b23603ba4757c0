package io.tidemark.inspection;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/// The bins of one column, the same for any selection so that histograms can be compared, and the bin of each row.
final class Binning {
    /// About this many, as far as round edges allow.
    private static final int BINS = 20;
    /// Values that the edges are chosen from, at most.
    private static final int LOOKED_AT = 20_000;
    /// Values beyond these shares do not stretch the bins; they fall into the first and the last.
    private static final double TAIL = 0.025;
    private static final double[] ROUND = {1, 2, 2.5, 5, 10};

    private final OptionTable table;
    private final OptionColumn column;
    private final double[] edges;
    private final byte[] bins;

    Binning(OptionTable table, OptionColumn column) {
        this.table = table;
        this.column = column;
        IntToDoubleFunction values = table.values(column);
        edges = edges(values);
        bins = new byte[table.rows()];
        for (int row = 0; row < bins.length; row++) {
            bins[row] = (byte) bin(values.applyAsDouble(row));
        }
    }

    private double[] edges(IntToDoubleFunction values) {
        if (column.kind() == OptionColumn.Kind.CHOICE) {
            return IntStream.rangeClosed(0, table.choices(column).size()).asDoubleStream().toArray();
        }
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int row = 0; row < table.rows(); row++) {
            double value = values.applyAsDouble(row);
            least = value < least ? value : least;
            most = value > most ? value : most;
        }
        if (least > most) {
            return new double[]{0, 1};
        }
        return column.isWhole() ? wholeEdges(least, most) : roundEdges(values, least, most);
    }

    private static double[] wholeEdges(double least, double most) {
        double step = Math.ceil((most - least + 1) / BINS);
        int count = (int) Math.ceil((most - least + 1) / step);
        return IntStream.rangeClosed(0, count).mapToDouble(i -> least + i * step).toArray();
    }

    private double[] roundEdges(IntToDoubleFunction values, double least, double most) {
        int stride = Math.max(1, table.rows() / LOOKED_AT);
        double[] some = IntStream.range(0, table.rows()).filter(row -> row % stride == 0).mapToDouble(values)
                .filter(value -> !Double.isNaN(value)).sorted().toArray();
        double low = some.length == 0 ? least : some[(int) (TAIL * (some.length - 1))];
        double high = some.length == 0 ? most : some[(int) Math.ceil((1 - TAIL) * (some.length - 1))];
        double step = step(high - low);
        long first = (long) Math.floor(low / step);
        long end = Math.max(first + 1, (long) Math.ceil(high / step));
        double[] round = IntStream.rangeClosed(0, (int) (end - first)).mapToDouble(i -> rounded((first + i) * step))
                .toArray();
        round[0] = Math.min(round[0], least);
        round[round.length - 1] = Math.max(round[round.length - 1], most);
        return round;
    }

    /// The least round step that needs no more than [#BINS] bins.
    private static double step(double width) {
        if (!(width > 0)) {
            return 1;
        }
        double power = Math.pow(10, Math.floor(Math.log10(width / BINS)));
        for (double each : ROUND) {
            if (each * power * BINS >= width) {
                return each * power;
            }
        }
        return 10 * power;
    }

    /// Takes the dust off a multiple: 0.30000000000000004 is 0.3.
    private static double rounded(double edge) {
        return Math.rint(edge * 1e9) / 1e9;
    }

    /// The bin of a value, -1 when it is missing.
    private int bin(double value) {
        if (Double.isNaN(value)) {
            return -1;
        }
        int found = Arrays.binarySearch(edges, value);
        return Math.min(found >= 0 ? found : -found - 2, edges.length - 2);
    }

    /// Counts rows.
    OptionBins count(int[] rows) {
        var untouched = new int[edges.length - 1];
        var touched = new int[edges.length - 1];
        for (int row : rows) {
            int bin = bins[row];
            if (bin >= 0) {
                (table.touched(row) ? touched : untouched)[bin]++;
            }
        }
        return new OptionBins(column, edges.clone(), table.choices(column), untouched, touched);
    }
}
