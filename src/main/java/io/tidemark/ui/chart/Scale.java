package io.tidemark.ui.chart;

import java.util.ArrayList;
import java.util.List;

/// Places of values along one side of a chart.
///
/// @param low value at `from`
/// @param high value at `to`, above `low`
/// @param from pixel
/// @param to pixel
record Scale(double low, double high, double from, double to) {

    /// The pixel of a value.
    double at(double value) {
        return from + (value - low) / (high - low) * (to - from);
    }

    /// The value of a pixel.
    double value(double pixel) {
        return low + (pixel - from) / (to - from) * (high - low);
    }

    /// Round values between two ends, at most `most` of them.
    static List<Double> ticks(double low, double high, int most) {
        var ticks = new ArrayList<Double>();
        double raw = (high - low) / Math.max(1, most);
        if (!(raw > 0) || Double.isInfinite(raw)) {
            return ticks;
        }
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        double step = 10 * power;
        for (double each : new double[]{1, 2, 5}) {
            if (each * power >= raw) {
                step = each * power;
                break;
            }
        }
        for (long i = (long) Math.ceil(low / step); i * step <= high + step * 1e-9; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }
}
