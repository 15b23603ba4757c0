package io.tidemark.market;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/// Tells finished bars from the running one by the clock of New York, whatever zone the computer is in.
///
/// During a session a gateway's last daily bar is today's unfinished one, and nothing in it says so. A bar counts as
/// final once New York has a later date, or from 20:00 New York time of its own date: four hours after the close, when
/// the extended session has ended and the evening's corrections are in.
public final class SessionClock {
    /// The exchange's zone.
    public static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    /// New York time from which the bar of the same date is final.
    public static final LocalTime FINAL_FROM = LocalTime.of(20, 0);

    private SessionClock() {
    }

    /// Whether the bar dated `barDate` can no longer change.
    ///
    /// @param barDate session date of the bar
    /// @param asOf the moment its source answered, by the source's clock
    public static boolean isFinal(LocalDate barDate, Instant asOf) {
        return !barDate.isAfter(lastFinalDate(asOf));
    }

    /// The latest date whose bar is final at `asOf`: New York's today from 20:00 on, its yesterday before.
    public static LocalDate lastFinalDate(Instant asOf) {
        var there = asOf.atZone(NEW_YORK);
        return there.toLocalTime().isBefore(FINAL_FROM) ? there.toLocalDate().minusDays(1) : there.toLocalDate();
    }
}
