package io.tidemark.ui.chart;

import java.util.Locale;

/// How numbers are written on a chart.
@FunctionalInterface
public interface NumberText {

    /// The number as text.
    String of(double value);

    /// With a fixed count of decimals and commas between thousands; what is nearly 0 has no sign.
    static NumberText decimals(int count) {
        double half = 0.5 * Math.pow(10, -count);
        return value -> String.format(Locale.ROOT, "%,." + count + "f", Math.abs(value) < half ? 0.0 : value);
    }

    /// A fraction as percent: `0.034` is `3.4 %`.
    static NumberText percent(int decimals) {
        String format = "%,." + decimals + "f %%";
        double half = 0.5 * Math.pow(10, -decimals);
        // a mark a hair below zero is 0 % and not -0 %
        return value -> String.format(Locale.ROOT, format, Math.abs(value * 100) < half ? 0.0 : value * 100);
    }
}
