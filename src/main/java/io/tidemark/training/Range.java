package io.tidemark.training;

/// Checks of settings that a person may have typed.
final class Range {
    private Range() {
    }

    /// @throws IllegalArgumentException when `value` lies outside, or is NaN; the message names it and both ends
    static void check(String name, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException(
                    name + " must be from " + plain(low) + " to " + plain(high) + ", not " + plain(value));
        }
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
