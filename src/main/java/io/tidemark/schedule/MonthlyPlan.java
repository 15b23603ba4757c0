package io.tidemark.schedule;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/// On which day of the month, and at what time there, the update is to run.
///
/// @param day 1 to 28, so that every month has it
/// @param time local time of the machine, whole minutes
public record MonthlyPlan(int day, LocalTime time) {

    /// Checks the ranges.
    ///
    /// @throws IllegalArgumentException when the day is not in every month
    public MonthlyPlan {
        if (day < 1 || day > 28) {
            throw new IllegalArgumentException("day: takes 1 to 28, not " + day + "; not every month has more days");
        }
        time = time.truncatedTo(ChronoUnit.MINUTES);
    }

    /// The second of the month in the evening: the month's last bar is there, TWS usually as well.
    public static MonthlyPlan usual() {
        return new MonthlyPlan(2, LocalTime.of(18, 30));
    }

    /// The first moment planned after `now`.
    public ZonedDateTime after(ZonedDateTime now) {
        ZonedDateTime planned = in(YearMonth.from(now), now);
        return planned.isAfter(now) ? planned : in(YearMonth.from(now).plusMonths(1), now);
    }

    /// The last moment planned that is not after `now`.
    public ZonedDateTime atOrBefore(ZonedDateTime now) {
        ZonedDateTime planned = in(YearMonth.from(now), now);
        return planned.isAfter(now) ? in(YearMonth.from(now).minusMonths(1), now) : planned;
    }

    private ZonedDateTime in(YearMonth month, ZonedDateTime zone) {
        LocalDate date = month.atDay(day);
        return date.atTime(time).atZone(zone.getZone());
    }
}
