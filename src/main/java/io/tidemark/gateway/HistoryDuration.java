package io.tidemark.gateway;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;

/// How far back a request reaches, in the units that TWS takes for daily bars.
///
/// @param count how many units, at least 1
/// @param unit days (at most 365), months (at most 12) or years (at most 68)
public record HistoryDuration(int count, Unit unit) {

    /// The units of a duration.
    public enum Unit {
        /// Calendar days, at most 365.
        DAYS('D', 365),
        /// Months, at most 12.
        MONTHS('M', 12),
        /// Years, at most 68.
        YEARS('Y', 68);

        private final char letter;
        private final int most;

        Unit(char letter, int most) {
            this.letter = letter;
            this.most = most;
        }
    }

    /// Checks the range: TWS refuses longer durations with error 321.
    public HistoryDuration {
        if (count < 1 || count > unit.most) {
            throw new IllegalArgumentException("a duration in " + unit + " takes 1 to " + unit.most + ", not " + count);
        }
    }

    /// A number of years back from now.
    public static HistoryDuration years(int count) {
        return new HistoryDuration(count, Unit.YEARS);
    }

    /// A number of months back from now.
    public static HistoryDuration months(int count) {
        return new HistoryDuration(count, Unit.MONTHS);
    }

    /// The shortest duration in months, or in years beyond twelve of them, that reaches from `today` back to `from`.
    public static HistoryDuration reaching(LocalDate from, LocalDate today) {
        int months = (int) Math.max(1, ChronoUnit.MONTHS.between(from, today) + 1);
        return months <= Unit.MONTHS.most ? months(months) : years((months + 11) / 12);
    }

    /// The same as a span of the calendar.
    public Period period() {
        return switch (unit) {
            case DAYS -> Period.ofDays(count);
            case MONTHS -> Period.ofMonths(count);
            case YEARS -> Period.ofYears(count);
        };
    }

    /// As sent over the wire: `10 Y`.
    public String wireText() {
        return count + " " + unit.letter;
    }
}
