package io.tidemark.gateway.synthetic;

import io.tidemark.market.TradingCalendar;
import java.time.LocalDate;

/// Quarterly earnings, told overnight before one session a quarter.
///
/// @param step standard deviation of the overnight step of the log price
/// @param firstMonth first of the four months, 1 to 3
/// @param day the session is the month's first on this day of the month or later
record Earnings(double step, int firstMonth, int day) {
    private static final int QUARTER = 3;

    /// The first session after `date` that earnings come before.
    LocalDate nextAfter(LocalDate date, TradingCalendar calendar) {
        int monthsAhead = Math.floorMod(firstMonth - date.getMonthValue(), QUARTER);
        var due = calendar.nextSession(date.withDayOfMonth(1).plusMonths(monthsAhead).withDayOfMonth(day).minusDays(1));
        return due.isAfter(date)
                ? due
                : calendar.nextSession(date.withDayOfMonth(1).plusMonths(QUARTER).withDayOfMonth(day).minusDays(1));
    }
}
