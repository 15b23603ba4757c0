package io.tidemark.ui.regimes;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// How the regimes pane writes numbers and dates; a missing number is a dash.
final class Numbers {
    private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.ENGLISH);
    private static final String MISSING = "–";

    private Numbers() {
    }

    static String price(double value) {
        return decimals(value, 2);
    }

    static String decimals(double value, int count) {
        return Double.isNaN(value) ? MISSING : String.format(Locale.ROOT, "%,." + count + "f", value);
    }

    static String percent(double fraction, int decimals) {
        return Double.isNaN(fraction) ? MISSING : String.format(Locale.ROOT, "%." + decimals + "f %%", 100 * fraction);
    }

    static String signedPercent(double fraction, int decimals) {
        return Double.isNaN(fraction) ? MISSING : String.format(Locale.ROOT, "%+." + decimals + "f %%", 100 * fraction);
    }

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String days(long number) {
        return count(number) + (number == 1 ? " day" : " days");
    }

    static String day(LocalDate date) {
        return LONG.format(date);
    }
}
