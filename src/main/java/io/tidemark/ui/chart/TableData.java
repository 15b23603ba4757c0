package io.tidemark.ui.chart;

import java.util.List;

/// A small table of texts.
///
/// @param columns names
/// @param rows one text a column
public record TableData(List<String> columns, List<List<String>> rows) {

    /// Copies, and checks that rows are as wide as the head.
    public TableData {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        int width = columns.size();
        if (rows.stream().anyMatch(row -> row.size() != width)) {
            throw new IllegalArgumentException("every row needs " + width + " texts");
        }
    }
}
