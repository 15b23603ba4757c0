package io.tidemark.market;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;

/// When options are quoted: the regular session of New York. Half days are not told apart.
public final class TradingHours {
    private static final LocalTime OPEN = LocalTime.of(9, 30);
    private static final LocalTime CLOSE = LocalTime.of(16, 0);

    private TradingHours() {
    }

    /// Whether the regular session is on at a moment.
    public static boolean isOpen(Instant moment) {
        ZonedDateTime there = moment.atZone(SessionClock.NEW_YORK);
        LocalTime time = there.toLocalTime();
        return TradingCalendar.nyse().isSession(there.toLocalDate()) && !time.isBefore(OPEN) && time.isBefore(CLOSE);
    }

    /// The opening of the first session that begins after a moment.
    public static ZonedDateTime nextOpening(Instant moment) {
        ZonedDateTime there = moment.atZone(SessionClock.NEW_YORK);
        LocalDate today = there.toLocalDate();
        TradingCalendar calendar = TradingCalendar.nyse();
        boolean stillToday = calendar.isSession(today) && there.toLocalTime().isBefore(OPEN);
        return (stillToday ? today : calendar.nextSession(today)).atTime(OPEN).atZone(SessionClock.NEW_YORK);
    }
}
