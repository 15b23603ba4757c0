package io.tidemark.history;

import io.tidemark.market.DailyBar;
import io.tidemark.market.SessionClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// The bars that can no longer change.
public final class FinalBars {
    private FinalBars() {
    }

    /// The given bars less those that were not final at `asOf`: during a session, today's unfinished one.
    ///
    /// @param asOf the moment the bars arrived, by the clock of their source
    /// @see SessionClock#isFinal
    public static List<DailyBar> of(List<DailyBar> bars, Instant asOf) {
        LocalDate last = SessionClock.lastFinalDate(asOf);
        return bars.stream().filter(bar -> !bar.date().isAfter(last)).toList();
    }
}
