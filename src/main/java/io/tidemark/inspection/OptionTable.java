package io.tidemark.inspection;

import io.tidemark.inspection.OptionColumn.Kind;
import io.tidemark.touch.PotDataset;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.AbstractColumn;
import tech.tablesaw.selection.Selection;

/// The options in tablesaw's columns, which nobody changes once they are made, so that threads may share them.
///
/// Columns without a `Table` around them: the first table of a process looks through the whole class path for formats
/// to read, which takes seconds.
///
/// Dates are kept as days since 1970-01-01, so that they are filtered, sorted and counted like numbers.
final class OptionTable {
    private static final int DECIMALS = 6;

    private final int rows;
    private final Map<OptionColumn, NumericColumn<?>> numbers = new EnumMap<>(OptionColumn.class);
    private final Map<OptionColumn, StringColumn> names = new EnumMap<>(OptionColumn.class);
    private final Map<OptionColumn, List<String>> choices = new EnumMap<>(OptionColumn.class);
    private final Map<OptionColumn, int[]> places = new EnumMap<>(OptionColumn.class);

    private OptionTable(List<AbstractColumn<?, ?>> columns) {
        rows = columns.getFirst().size();
        for (AbstractColumn<?, ?> each : columns) {
            OptionColumn column = OptionColumn.ofFileName(each.name());
            switch (each) {
                case StringColumn texts -> addNames(column, texts);
                case NumericColumn<?> values -> numbers.put(column, values);
                default -> throw new IllegalArgumentException(column + " holds neither names nor numbers");
            }
        }
    }

    private void addNames(OptionColumn column, StringColumn texts) {
        List<String> different = texts.unique().asList().stream().sorted().toList();
        names.put(column, texts);
        choices.put(column, different);
        places.put(column, IntStream.range(0, texts.size()).map(row -> different.indexOf(texts.get(row))).toArray());
    }

    /// The options of a set with what a model says of them.
    ///
    /// @param model probability of each row; empty when there is no model
    /// @throws IOException when the set lacks a feature; the message says what to do
    static OptionTable of(PotDataset options, float[] model) throws IOException {
        return new OptionTable(new OptionRows(options, model).columns());
    }

    /// Number of rows.
    int rows() {
        return rows;
    }

    /// A number, a day as days since 1970-01-01, or the place of a name among [OptionTable#choices]; NaN is missing.
    double number(OptionColumn column, int row) {
        return values(column).applyAsDouble(row);
    }

    /// The numbers of a column by row, as [OptionTable#number] gives them.
    IntToDoubleFunction values(OptionColumn column) {
        NumericColumn<?> found = numbers.get(column);
        if (found != null) {
            return found::getDouble;
        }
        int[] of = Objects.requireNonNull(places.get(column));
        return row -> of[row];
    }

    /// Whether the strike of a row was touched.
    boolean touched(int row) {
        return !Double.isNaN(numeric(OptionColumn.TOUCH_DATE).getDouble(row));
    }

    /// A name.
    String text(OptionColumn column, int row) {
        return Objects.requireNonNull(names.get(column), () -> column + " has no names").get(row);
    }

    /// The names that occur, ascending; empty for a column of numbers.
    List<String> choices(OptionColumn column) {
        return choices.getOrDefault(column, List.of());
    }

    /// A value as files write it: ISO dates, shortest decimals, nothing where it is missing.
    String written(OptionColumn column, int row) {
        double number = column.kind() == Kind.CHOICE ? 0 : number(column, row);
        if (Double.isNaN(number)) {
            return "";
        }
        return switch (column.kind()) {
            case CHOICE -> text(column, row);
            case DATE -> LocalDate.ofEpochDay((long) number).toString();
            case WHOLE -> Long.toString((long) number);
            case DECIMAL -> decimal(column, row);
        };
    }

    private String decimal(OptionColumn column, int row) {
        // a float has at most nine digits; written as a double it would show more than it knows
        BigDecimal exact = numbers.get(column) instanceof FloatColumn floats
                ? new BigDecimal(Float.toString(floats.getFloat(row)))
                : BigDecimal.valueOf(number(column, row));
        return (exact.scale() > DECIMALS ? exact.setScale(DECIMALS, RoundingMode.HALF_EVEN) : exact)
                .stripTrailingZeros().toPlainString();
    }

    /// The rows that pass all filters, as a bitmap.
    ///
    /// @return null for all rows, when there is no filter
    @Nullable
    Selection select(List<OptionFilter> filters) {
        var passing = new ArrayList<Selection>();
        for (OptionFilter filter : filters) {
            passing.add(switch (filter) {
                case OptionFilter.Range(var column, var low, var high) -> numeric(column).isBetweenInclusive(low, high);
                case OptionFilter.Choice(var column, var some) ->
                    Objects.requireNonNull(names.get(column)).isIn(some);
            });
        }
        return passing.stream().reduce(Selection::and).orElse(null);
    }

    private NumericColumn<?> numeric(OptionColumn column) {
        return Objects.requireNonNull(numbers.get(column), () -> column + " has no numbers");
    }
}
