package io.tidemark.inspection;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/// Puts rows in order by several columns.
///
/// The rank of each row in a column is worked out once; after that any order takes one counting sort a column, O(n).
/// Thread-safe.
final class RowOrder {
    private final OptionTable table;
    private final Map<OptionColumn, Ranks> ranks = new EnumMap<>(OptionColumn.class);

    RowOrder(OptionTable table) {
        this.table = table;
    }

    /// The place of each row's value among the different ones of its column.
    ///
    /// @param of rank by row; `different` for a missing value
    /// @param different how many different values there are
    private record Ranks(int[] of, int different) {

        static Ranks of(double[] values) {
            double[] sorted = values.clone();
            Arrays.sort(sorted); // missing ones last
            int different = 0;
            for (int i = 0; i < sorted.length && !Double.isNaN(sorted[i]); i++) {
                if (i == 0 || sorted[i] != sorted[i - 1]) {
                    sorted[different++] = sorted[i];
                }
            }
            var rank = new int[values.length];
            for (int row = 0; row < rank.length; row++) {
                rank[row] = Double.isNaN(values[row])
                        ? different
                        : Arrays.binarySearch(sorted, 0, different, values[row]);
            }
            return new Ranks(rank, different);
        }
    }

    /// The rows in order; rows that are equal in every column stay as they are.
    int[] sorted(int[] rows, List<OptionQuery.Sort> order) {
        int[] now = rows;
        for (OptionQuery.Sort each : order.reversed()) {
            now = counted(now, ranks(each.column()), each.descending());
        }
        return now;
    }

    private synchronized Ranks ranks(OptionColumn column) {
        return ranks.computeIfAbsent(column, each -> {
            IntToDoubleFunction number = table.values(each);
            // 0.0 makes one of 0.0 and -0.0
            return Ranks.of(IntStream.range(0, table.rows()).mapToDouble(row -> number.applyAsDouble(row) + 0.0)
                    .toArray());
        });
    }

    private static int[] counted(int[] rows, Ranks ranks, boolean descending) {
        var next = new int[ranks.different + 2];
        for (int row : rows) {
            next[place(ranks, row, descending) + 1]++;
        }
        for (int i = 1; i < next.length; i++) {
            next[i] += next[i - 1];
        }
        var sorted = new int[rows.length];
        for (int row : rows) {
            sorted[next[place(ranks, row, descending)]++] = row;
        }
        return sorted;
    }

    private static int place(Ranks ranks, int row, boolean descending) {
        int rank = ranks.of[row];
        return descending && rank < ranks.different ? ranks.different - 1 - rank : rank;
    }
}
