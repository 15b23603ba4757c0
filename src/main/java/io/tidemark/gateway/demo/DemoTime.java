package io.tidemark.gateway.demo;

import io.tidemark.market.SessionClock;
import io.tidemark.market.TradingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Supplier;

/// What time it is in the demo gateway's market, and how far its bars go.
final class DemoTime {
    /// Start of a regular session in New York.
    static final LocalTime OPEN = LocalTime.of(9, 30);
    /// End of a regular session in New York; half days are not told apart.
    static final LocalTime CLOSE = LocalTime.of(16, 0);
    private static final LocalTime EVENING = SessionClock.FINAL_FROM.plusHours(1);
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyyMMdd HH:mm:ss 'US/Eastern'");

    private final TradingCalendar calendar;
    private final Supplier<Instant> now;
    private final boolean midSession;

    private DemoTime(TradingCalendar calendar, Supplier<Instant> now, boolean midSession) {
        this.calendar = calendar;
        this.now = now;
        this.midSession = midSession;
    }

    /// The time that the options ask for: the evening of a chosen "today", else the clock's; noon of that day's session
    /// when unfinished bars are wanted.
    static DemoTime of(DemoOptions options, TradingCalendar calendar, boolean midSession) {
        Supplier<ZonedDateTime> there = options.today().isPresent()
                ? () -> options.today().get().atTime(EVENING).atZone(SessionClock.NEW_YORK)
                : () -> options.clock().instant().atZone(SessionClock.NEW_YORK);
        if (!midSession) {
            return new DemoTime(calendar, () -> there.get().toInstant(), false);
        }
        return new DemoTime(calendar, () -> calendar.lastSessionAtOrBefore(there.get().toLocalDate())
                .atTime(LocalTime.NOON).atZone(SessionClock.NEW_YORK).toInstant(), true);
    }

    /// The moment it is.
    Instant now() {
        return now.get();
    }

    /// The day it is in New York.
    LocalDate today() {
        return now().atZone(SessionClock.NEW_YORK).toLocalDate();
    }

    /// The moment it is, as TWS writes it.
    String text() {
        return text(now());
    }

    /// A moment, as TWS writes it.
    static String text(Instant moment) {
        return LOCAL.format(moment.atZone(SessionClock.NEW_YORK));
    }

    /// The last session that had ended at a moment.
    LocalDate lastFinished(Instant moment) {
        var there = moment.atZone(SessionClock.NEW_YORK);
        var day = there.toLocalDate();
        return there.toLocalTime().isBefore(CLOSE)
                ? calendar.previousSession(day)
                : calendar.lastSessionAtOrBefore(day);
    }

    /// The session whose unfinished bar is to be shown.
    Optional<LocalDate> running() {
        return midSession ? Optional.of(now().atZone(SessionClock.NEW_YORK).toLocalDate()) : Optional.empty();
    }
}
