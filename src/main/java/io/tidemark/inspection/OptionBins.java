package io.tidemark.inspection;

import java.util.List;
import java.util.Set;

/// A histogram of one column, split into options that were touched and options that were not.
///
/// @param column which
/// @param edges ends of the bins, ascending, one more than bins; the last bin has its upper end. The first and the last
///        bin reach out to the least and the greatest value of all options, however far. For choices bin `i` has the
///        edges `i` and `i + 1`
/// @param names name of each bin of a column of choices; else empty
/// @param untouched counts by bin
/// @param touched counts by bin
public record OptionBins(OptionColumn column, double[] edges, List<String> names, int[] untouched, int[] touched) {

    /// Number of bins.
    public int size() {
        return untouched.length;
    }

    /// What a row has to be to lie in a bin.
    public OptionFilter filter(int bin) {
        if (!names.isEmpty()) {
            return new OptionFilter.Choice(column, Set.of(names.get(bin)));
        }
        return bin == size() - 1
                ? new OptionFilter.Range(column, edges[bin], edges[bin + 1])
                : OptionFilter.Range.upTo(column, edges[bin], edges[bin + 1]);
    }

    /// Whether a filter lets some row of a bin pass.
    public boolean meets(OptionFilter filter, int bin) {
        return switch (filter) {
            case OptionFilter.Choice(var _, var some) -> some.contains(names.get(bin));
            case OptionFilter.Range(var _, var low, var high) -> {
                double end = edges[bin + 1];
                yield high >= edges[bin] && (low < end || (low == end && bin == size() - 1));
            }
        };
    }
}
