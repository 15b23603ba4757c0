package io.tidemark.history;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/// One number of a stored bar that its source has changed.
///
/// @param date session of the bar
/// @param field which number: `open`, `high`, `low`, `close` or `volume`
/// @param before as it was stored; empty when the whole bar was missing
/// @param after as it is now
public record Correction(LocalDate date, String field, Optional<BigDecimal> before, BigDecimal after) {
    /// From this relative change of a price on, a person is told.
    private static final double NOTABLE = 0.005;

    /// Whether a person should look at it: a price moved by half a percent or more, or a bar that was missing.
    public boolean isNotable() {
        return !field.equals("volume") && before
                .map(old -> Math.abs(after.doubleValue() / old.doubleValue() - 1) >= NOTABLE).orElse(true);
    }

    @Override
    public String toString() {
        String from = before.map(old -> "from " + old.toPlainString() + " ").orElse("");
        return date + " " + field + " " + from + "to " + after.toPlainString();
    }
}
