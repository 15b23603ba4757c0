package io.tidemark.ui.pot;

import io.tidemark.inspection.OptionBins;
import io.tidemark.inspection.OptionColumn;
import io.tidemark.inspection.OptionColumn.Kind;
import io.tidemark.inspection.OptionFilter;
import io.tidemark.inspection.OptionInspection;
import io.tidemark.ui.control.FigureText;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.OptionalDouble;

/// How the touch data pane names columns, writes their values and reads what is typed.
final class OptionText {
    private static final double PERCENT = 100;

    private OptionText() {
    }

    /// A column's name in few letters.
    static String title(OptionColumn column) {
        return switch (column) {
            case SYMBOL -> "Symbol";
            case START -> "Start";
            case EXPIRATION -> "Expires";
            case DAYS -> "Days";
            case RIGHT -> "Right";
            case STRIKE -> "Strike";
            case SPOT -> "Spot";
            case DISTANCE -> "Distance";
            case Z -> "z";
            case IMPLIED_VOLATILITY -> "IV";
            case IV_SOURCE -> "IV from";
            case ORIGIN -> "Origin";
            case HISTORICAL_VOLATILITY -> "HV";
            case MOMENTUM -> "Momentum";
            case TOUCHED -> "Touched";
            case TOUCH_DATE -> "Touched on";
            case TOUCH_DAY -> "On day";
            case CLOSED_FORM -> "Closed form";
            case MODEL -> "Model";
        };
    }

    /// What a column holds, for somebody who meets it first.
    static String words(OptionColumn column) {
        return switch (column) {
            case SYMBOL -> "Whose option it is";
            case START -> "The session at whose close the option is looked at";
            case EXPIRATION -> "Last day on which a touch counts";
            case DAYS -> "Calendar days from start to expiration";
            case RIGHT -> "A call is touched by a high, a put by a low";
            case STRIKE -> "The price to be touched, USD";
            case SPOT -> "Close of the start, USD";
            case DISTANCE -> "From spot to strike, in percent of the spot";
            case Z -> "Distance in units of risk: |ln(strike / spot)| / (IV √(days / 365))";
            case IMPLIED_VOLATILITY -> "Implied volatility, annualised";
            case IV_SOURCE -> "Real: from bars of implied volatility or a quote. Proxy: estimated from VIX or the past";
            case ORIGIN -> "Sampled: drawn on daily bars. Real: quoted, from a snapshot of a chain";
            case HISTORICAL_VOLATILITY -> "Volatility of the 20 sessions before, annualised";
            case MOMENTUM -> "Return over the 20 sessions before";
            case TOUCHED -> "Whether the strike was touched by expiration";
            case TOUCH_DATE -> "First session that touched the strike";
            case TOUCH_DAY -> "Calendar days from start to first touch";
            case CLOSED_FORM -> "Probability of a touch without drift, from the implied volatility alone";
            case MODEL -> "Probability of a touch by the model in use";
        };
    }

    /// Whether a column holds fractions that a person reads as percents.
    private static boolean isFraction(OptionColumn column) {
        return switch (column) {
            case IMPLIED_VOLATILITY, HISTORICAL_VOLATILITY, MOMENTUM, CLOSED_FORM, MODEL -> true;
            default -> false;
        };
    }

    /// One value of a row.
    static String value(OptionInspection options, OptionColumn column, int row) {
        return column.kind() == Kind.CHOICE
                ? options.name(column, row)
                : number(column, options.number(column, row));
    }

    /// A number or a day; nothing where it is missing.
    static String number(OptionColumn column, double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        return switch (column.kind()) {
            case DATE -> LocalDate.ofEpochDay((long) value).toString();
            case WHOLE -> FigureText.count((long) value);
            case DECIMAL, CHOICE -> decimal(column, value);
        };
    }

    private static String decimal(OptionColumn column, double value) {
        if (column == OptionColumn.MOMENTUM) {
            return String.format(Locale.ROOT, "%+.1f %%", value * PERCENT);
        }
        if (isFraction(column)) {
            return FigureText.percent(value, 1);
        }
        return FigureText.decimals(value, 2) + (column == OptionColumn.DISTANCE ? " %" : "");
    }

    /// What somebody typed; empty when it is no value of the column.
    static OptionalDouble parse(OptionColumn column, String typed) {
        String text = typed.replace("%", "").replace(",", "").strip();
        try {
            if (column.kind() == Kind.DATE) {
                return OptionalDouble.of((double) LocalDate.parse(text).toEpochDay());
            }
            double value = Double.parseDouble(text);
            return Double.isFinite(value)
                    ? OptionalDouble.of(isFraction(column) ? value / PERCENT : value)
                    : OptionalDouble.empty();
        } catch (NumberFormatException | DateTimeException e) {
            return OptionalDouble.empty();
        }
    }

    /// What a column takes, for somebody who typed something else.
    static String hint(OptionColumn column) {
        return title(column) + " takes " + switch (column.kind()) {
            case DATE -> "dates such as 2020-03-16.";
            case WHOLE -> "whole numbers such as 30.";
            case DECIMAL, CHOICE -> isFraction(column) ? "percents such as 2.5." : "numbers such as 2.5.";
        };
    }

    /// A filter in few words.
    static String of(OptionFilter filter) {
        String title = title(filter.column());
        return switch (filter) {
            case OptionFilter.Choice(var _, var names) -> title + " " + String.join(", ", names);
            case OptionFilter.Range(var column, var low, var high) -> {
                String from = number(column, low);
                String to = number(column, high);
                if (low == Double.NEGATIVE_INFINITY) {
                    yield title + " up to " + to;
                }
                yield title + (high == Double.POSITIVE_INFINITY
                        ? " from " + from
                        : from.equals(to) ? " " + from : " " + from + " to " + to);
            }
        };
    }

    /// Which bins a filter lets pass, as the first and the last of them; -1 without any.
    static int[] chosen(OptionBins bins, OptionFilter filter) {
        int first = -1;
        int last = -1;
        for (int bin = 0; bin < bins.size(); bin++) {
            if (bins.meets(filter, bin)) {
                first = first < 0 ? bin : first;
                last = bin;
            }
        }
        return new int[]{first, last};
    }
}
