package io.tidemark.inspection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which options, and in which order.
///
/// @param filters at most one a column, in the order they were set; a row has to pass all
/// @param order the first column decides, later ones where it leaves rows equal; empty for the order of the file
public record OptionQuery(List<OptionFilter> filters, List<Sort> order) {

    /// Copies, and checks that no column is filtered twice.
    public OptionQuery {
        filters = List.copyOf(filters);
        order = List.copyOf(order);
        if (filters.stream().map(OptionFilter::column).distinct().count() < filters.size()) {
            throw new IllegalArgumentException("a column is filtered twice: " + filters);
        }
    }

    /// One column of an order.
    ///
    /// @param column which
    /// @param descending whether the greatest come first; missing values come last either way
    public record Sort(OptionColumn column, boolean descending) {}

    /// All options as they lie in the file.
    public static OptionQuery all() {
        return new OptionQuery(List.of(), List.of());
    }

    /// The filter of a column, if any.
    public Optional<OptionFilter> filter(OptionColumn column) {
        return filters.stream().filter(each -> each.column() == column).findFirst();
    }

    /// The same with a filter in place of its column's.
    public OptionQuery with(OptionFilter filter) {
        var others = new ArrayList<>(without(filter.column()).filters);
        others.add(filter);
        return new OptionQuery(others, order);
    }

    /// The same without the filter of a column.
    public OptionQuery without(OptionColumn column) {
        return new OptionQuery(filters.stream().filter(each -> each.column() != column).toList(), order);
    }

    /// The same without any filter.
    public OptionQuery unfiltered() {
        return new OptionQuery(List.of(), order);
    }

    /// The same in another order.
    public OptionQuery sorted(List<Sort> other) {
        return new OptionQuery(filters, other);
    }
}
