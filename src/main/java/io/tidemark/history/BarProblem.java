package io.tidemark.history;

import java.time.LocalDate;

/// Something wrong with one bar.
///
/// @param kind what is wrong
/// @param rejects whether bars with this problem are not stored; otherwise it is worth knowing and no more
/// @param date the bar's date
/// @param sentence what is wrong, in words with the figures, without the date
public record BarProblem(Kind kind, boolean rejects, LocalDate date, String sentence) {

    /// What can be wrong with a bar.
    public enum Kind {
        /// Dated before the bar in front of it.
        DATE_ORDER,
        /// Dated like the bar in front of it.
        DUPLICATE_DATE,
        /// Dated on a Saturday or Sunday.
        WEEKEND,
        /// Not finished when it was fetched, or dated in the future.
        NOT_FINAL,
        /// A price of zero or below.
        PRICE_NOT_POSITIVE,
        /// A number that no market has: too many digits, or too large.
        ABSURD_NUMBER,
        /// The high is below the open, the close or the low.
        HIGH_TOO_LOW,
        /// The low is above the open or the close.
        LOW_TOO_HIGH
    }

    @Override
    public String toString() {
        return date + ": " + sentence;
    }
}
