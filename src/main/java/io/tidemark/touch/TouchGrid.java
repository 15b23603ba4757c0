package io.tidemark.touch;

import io.tidemark.market.TradingCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/// The strikes and expirations around a close that a person looks at.
///
/// @param rungs strikes, the highest first: calls above the close, puts below
/// @param expirations the earliest first
public record TouchGrid(List<Rung> rungs, List<LocalDate> expirations) {
    /// Farthest strike in standard deviations of the mean life: beyond it little is left to see.
    private static final double FARTHEST = 2;
    private static final double DAYS_PER_YEAR = 365;

    /// Keeps copies.
    public TouchGrid {
        rungs = List.copyOf(rungs);
        expirations = List.copyOf(expirations);
    }

    /// A strike with the right that lies on its side of the close.
    ///
    /// @param right call or put
    /// @param strike USD
    public record Rung(OptionRight right, double strike) {}

    /// Weekly expirations, and strikes that reach two standard deviations of their mean life to either side.
    ///
    /// @param today what the bars say of the underlying
    /// @param strikes most on each side; fewer where listed strikes lie too far apart
    /// @param leastDays fewest calendar days to the first expiration
    /// @param expirations how many
    /// @throws IllegalArgumentException when the implied volatility is unknown
    public static TouchGrid around(TouchFeatures today, int strikes, int leastDays, int expirations) {
        List<LocalDate> dates = weekly(today.date().plusDays(leastDays), expirations);
        double days = dates.stream().mapToLong(LocalDate::toEpochDay).average().orElseThrow()
                - today.date().toEpochDay();
        double reach = FARTHEST * today.impliedVolatility() * Math.sqrt(days / DAYS_PER_YEAR);
        var rungs = new ArrayList<>(side(today.close(), OptionRight.CALL, reach, strikes).reversed());
        rungs.addAll(side(today.close(), OptionRight.PUT, reach, strikes));
        return new TouchGrid(rungs, dates);
    }

    /// Fridays from a day on, or the session before where the exchange is closed.
    private static List<LocalDate> weekly(LocalDate from, int count) {
        var dates = new ArrayList<LocalDate>();
        LocalDate friday = from.with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY));
        while (dates.size() < count) {
            LocalDate last = TradingCalendar.nyse().lastSessionAtOrBefore(friday);
            if (!last.isBefore(from)) {
                dates.add(last);
            }
            friday = friday.plusWeeks(1);
        }
        return dates;
    }

    /// Strikes from the nearest to the farthest.
    private static List<Rung> side(double close, OptionRight right, double reach, int count) {
        var rungs = new ArrayList<Rung>();
        for (int i = 1; i <= count; i++) {
            double target = close * StrictMath.exp(right.direction() * reach * i / count);
            var rung = new Rung(right, StrikeLadder.near(close, target, right));
            if (!rungs.contains(rung)) {
                rungs.add(rung);
            }
        }
        return rungs;
    }
}
