package io.tidemark.ui.control;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How figures are written in tiles and tables; one that is missing is a dash.
public final class FigureText {
    /// What stands where a figure is missing.
    public static final String MISSING = "–";

    private FigureText() {
    }

    /// A fraction as percent: `0.984` is `98.4 %`.
    public static String percent(@Nullable Double fraction, int decimals) {
        return fraction == null || fraction.isNaN() ? MISSING : decimals(fraction * 100, decimals) + " %";
    }

    /// With a fixed count of decimals and commas between thousands.
    public static String decimals(@Nullable Double value, int count) {
        return value == null || value.isNaN() ? MISSING : String.format(Locale.ROOT, "%,." + count + "f", value);
    }

    /// The same with its sign, for a change.
    public static String signed(@Nullable Double value, int count) {
        return value == null || value.isNaN() ? MISSING : String.format(Locale.ROOT, "%+,." + count + "f", value);
    }

    /// A count with commas between thousands.
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
