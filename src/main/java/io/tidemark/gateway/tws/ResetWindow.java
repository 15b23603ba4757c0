package io.tidemark.gateway.tws;

import io.tidemark.market.SessionClock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;

/// When IBKR resets its servers for North America: each night from 00:15 to 01:45 New York time, and from Friday 23:00
/// to Saturday 03:00. TWS may then say of a good contract that it does not exist.
final class ResetWindow {
    private static final LocalTime NIGHT_FROM = LocalTime.of(0, 15);
    private static final LocalTime NIGHT_TO = LocalTime.of(1, 45);
    private static final LocalTime WEEKEND_FROM = LocalTime.of(23, 0);
    private static final LocalTime WEEKEND_TO = LocalTime.of(3, 0);

    private ResetWindow() {
    }

    /// How much of the window is left at a moment; zero outside.
    static Duration left(Instant moment) {
        ZonedDateTime there = moment.atZone(SessionClock.NEW_YORK);
        LocalTime time = there.toLocalTime();
        if (there.getDayOfWeek() == DayOfWeek.FRIDAY && !time.isBefore(WEEKEND_FROM)) {
            return Duration.between(there, there.plusDays(1).with(WEEKEND_TO));
        }
        boolean saturday = there.getDayOfWeek() == DayOfWeek.SATURDAY;
        LocalTime from = saturday ? LocalTime.MIDNIGHT : NIGHT_FROM;
        LocalTime to = saturday ? WEEKEND_TO : NIGHT_TO;
        return time.isBefore(from) || !time.isBefore(to) ? Duration.ZERO : Duration.between(there, there.with(to));
    }
}
