package io.tidemark.inspection;

/// The options that a query found, in its order. Immutable.
public final class OptionSelection {
    private final OptionQuery query;
    private final int[] rows;
    private final OptionSummary summary;

    OptionSelection(OptionQuery query, int[] rows, OptionSummary summary) {
        this.query = query;
        this.rows = rows;
        this.summary = summary;
    }

    /// What was asked for.
    public OptionQuery query() {
        return query;
    }

    /// Number of options found.
    public int size() {
        return rows.length;
    }

    /// The row of the `i`-th option found, as a row of the inspection.
    public int row(int i) {
        return rows[i];
    }

    /// The figures of the options found.
    public OptionSummary summary() {
        return summary;
    }

    int[] sharedRows() {
        return rows;
    }
}
