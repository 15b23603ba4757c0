package io.tidemark.gateway.demo;

import io.tidemark.market.TradingCalendar;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// The expirations and strikes that an underlying's options have: weekly for two months, monthly for a year, strikes
/// from 60 % to 140 % of the price.
final class OptionGrid {
    private static final int WEEKS = 8;
    private static final int MONTHS = 12;
    private static final BigDecimal LOWEST = new BigDecimal("0.6");
    private static final BigDecimal HIGHEST = new BigDecimal("1.4");
    private static final BigDecimal CHEAP = BigDecimal.valueOf(25);
    private static final BigDecimal DEAR = BigDecimal.valueOf(200);

    private OptionGrid() {
    }

    /// The expirations after a date, ascending, `yyyyMMdd`; Fridays, or the session before when the exchange is closed.
    static List<String> expirations(LocalDate today, TradingCalendar calendar) {
        var dates = new TreeSet<LocalDate>();
        var friday = today.with(TemporalAdjusters.next(DayOfWeek.FRIDAY));
        for (int week = 0; week < WEEKS; week++) {
            dates.add(calendar.lastSessionAtOrBefore(friday.plusWeeks(week)));
        }
        for (int month = 1; month <= MONTHS; month++) {
            var third = today.plusMonths(month).with(TemporalAdjusters.dayOfWeekInMonth(3, DayOfWeek.FRIDAY));
            dates.add(calendar.lastSessionAtOrBefore(third));
        }
        return dates.tailSet(today, false).stream().map(DateTimeFormatter.BASIC_ISO_DATE::format).toList();
    }

    /// Whether an option is listed on a day.
    ///
    /// @param expiration `yyyyMMdd`
    /// @param price last close of the underlying
    static boolean lists(String expiration, BigDecimal strike, LocalDate today, BigDecimal price,
            TradingCalendar calendar) {
        return expirations(today, calendar).contains(expiration)
                && strikes(price).stream().anyMatch(each -> each.compareTo(strike) == 0);
    }

    /// The strikes around a price, ascending.
    static List<BigDecimal> strikes(BigDecimal price) {
        var step = price.compareTo(CHEAP) < 0
                ? new BigDecimal("0.5")
                : price.compareTo(DEAR) < 0 ? new BigDecimal("2.5") : BigDecimal.valueOf(5);
        var strikes = new ArrayList<BigDecimal>();
        var strike = price.multiply(LOWEST).divide(step, 0, RoundingMode.CEILING).multiply(step);
        while (strike.compareTo(price.multiply(HIGHEST)) <= 0) {
            strikes.add(strike);
            strike = strike.add(step);
        }
        return strikes;
    }
}
