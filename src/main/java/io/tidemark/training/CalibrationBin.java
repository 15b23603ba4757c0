package io.tidemark.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// One bar of a calibration chart: rows of similar predicted probability, and how often it came true.
///
/// @param rows rows in the bin
/// @param predicted their mean predicted probability
/// @param observed share of them that came true
/// @param low lower end of the 95 % Wilson interval of `observed`
/// @param high upper end of it
public record CalibrationBin(int rows, double predicted, double observed, double low, double high) {
    private static final double Z95 = 1.959963984540054;

    /// Bins with as equal counts as can be, ascending by predicted probability; empty ones are left out.
    ///
    /// Rows of equal probability stay in the order given.
    ///
    /// @param outcomes 1 where it came true, else 0
    /// @param probabilities as many predicted probabilities
    static List<CalibrationBin> equalCounts(int[] outcomes, double[] probabilities, int bins) {
        int[] order = ascending(probabilities);
        var made = new ArrayList<CalibrationBin>(bins);
        for (int bin = 0; bin < bins; bin++) {
            int from = (int) ((long) order.length * bin / bins);
            int to = (int) ((long) order.length * (bin + 1) / bins);
            if (to > from) {
                made.add(of(outcomes, probabilities, Arrays.copyOfRange(order, from, to)));
            }
        }
        return List.copyOf(made);
    }

    private static CalibrationBin of(int[] outcomes, double[] probabilities, int[] members) {
        double predicted = 0;
        int hits = 0;
        for (int row : members) {
            predicted += probabilities[row];
            hits += outcomes[row];
        }
        int n = members.length;
        double share = (double) hits / n;
        // E. B. Wilson, Probable inference, the law of succession, and statistical inference, JASA 22 (1927).
        double spread = 1 + Z95 * Z95 / n;
        double centre = (share + Z95 * Z95 / (2 * n)) / spread;
        double half = Z95 * Math.sqrt(share * (1 - share) / n + Z95 * Z95 / (4.0 * n * n)) / spread;
        return new CalibrationBin(n, predicted / n, share, Math.max(0, centre - half), Math.min(1, centre + half));
    }

    /// Row numbers by ascending probability. One primitive sort: the float's bits above, the row below.
    private static int[] ascending(double[] probabilities) {
        var keys = new long[probabilities.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = (long) Float.floatToIntBits((float) probabilities[i]) << 32 | i;
        }
        Arrays.sort(keys);
        return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
    }
}
