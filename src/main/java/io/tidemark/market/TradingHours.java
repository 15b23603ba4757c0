package io.tidemark.market;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;

/// When options are quoted: the regular session of New York, from 9:30 to 16:00, on half days to 13:00.
///
/// Half days by the rules that the NYSE has followed since 2013, as its "Holidays & Trading Hours"
/// (https://www.nyse.com/markets/hours-calendars) announces them year by year: the day after Thanksgiving, 3 July and
/// 24 December, where these two are sessions from Monday to Thursday. Options on some funds are quoted a quarter of an
/// hour longer; what holds for the shares counts here.
public final class TradingHours {
    private static final LocalTime OPEN = LocalTime.of(9, 30);
    private static final LocalTime CLOSE = LocalTime.of(16, 0);
    private static final LocalTime EARLY_CLOSE = LocalTime.of(13, 0);
    private static final int THANKSGIVING = 4;

    private TradingHours() {
    }

    /// Whether the regular session is on at a moment.
    public static boolean isOpen(Instant moment) {
        ZonedDateTime there = moment.atZone(SessionClock.NEW_YORK);
        LocalTime time = there.toLocalTime();
        LocalDate date = there.toLocalDate();
        return TradingCalendar.nyse().isSession(date) && !time.isBefore(OPEN) && time.isBefore(closing(date));
    }

    /// New York time at which the session of a date ends.
    public static LocalTime closing(LocalDate session) {
        return isHalfDay(session) ? EARLY_CLOSE : CLOSE;
    }

    /// Whether a date is a session that ends at 13:00 New York time, by the rules since 2013.
    public static boolean isHalfDay(LocalDate date) {
        boolean beforeFriday = date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) < 0;
        boolean eve = isOn(date, Month.JULY, 3) || isOn(date, Month.DECEMBER, 24);
        return TradingCalendar.nyse().isSession(date) && ((eve && beforeFriday) || isAfterThanksgiving(date));
    }

    private static boolean isOn(LocalDate date, Month month, int day) {
        return date.getMonth() == month && date.getDayOfMonth() == day;
    }

    private static boolean isAfterThanksgiving(LocalDate date) {
        return date.getMonth() == Month.NOVEMBER && date.equals(
                date.with(TemporalAdjusters.dayOfWeekInMonth(THANKSGIVING, DayOfWeek.THURSDAY)).plusDays(1));
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
