package io.tidemark.touch;

/// The largest of any run of values in O(1), and the first that reaches a level in O(log n): a sparse table.
///
/// Row `j` of the table holds the maximum of the `2^j` values from each index on; two overlapping rows cover any run.
/// Memory and building are O(n log n): 2,500 sessions take 250 kB.
final class RangeMax {
    private final double[][] table;

    private RangeMax(double[][] table) {
        this.table = table;
    }

    /// The table of `values`, which it keeps as its lowest row: the caller keeps no hand on the array.
    static RangeMax of(double[] values) {
        int n = values.length;
        int rows = 1 + log2(Math.max(1, n));
        var table = new double[rows][];
        table[0] = values;
        for (int j = 1; j < rows; j++) {
            int half = 1 << (j - 1);
            double[] below = table[j - 1];
            var row = new double[n - 2 * half + 1];
            for (int i = 0; i < row.length; i++) {
                row[i] = Math.max(below[i], below[i + half]);
            }
            table[j] = row;
        }
        return new RangeMax(table);
    }

    /// The largest value at the indices `from` to `last`, both included.
    double max(int from, int last) {
        int j = log2(last - from + 1);
        double[] row = table[j];
        return Math.max(row[from], row[last - (1 << j) + 1]);
    }

    /// The first index within `from` to `last`, both included, whose value is at least `level`; `-1` when none is.
    int firstAtLeast(int from, int last, double level) {
        int at = from;
        for (int j = table.length - 1; j >= 0; j--) {
            // Steps over the whole run of 2^j values while it stays below the level.
            if (at + (1 << j) <= last + 1 && table[j][at] < level) {
                at += 1 << j;
            }
        }
        return at <= last && table[0][at] >= level ? at : -1;
    }

    private static int log2(int positive) {
        return 31 - Integer.numberOfLeadingZeros(positive);
    }
}
