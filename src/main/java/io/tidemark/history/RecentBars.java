package io.tidemark.history;

import io.tidemark.market.DailyBar;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;

/// The newest part of a longer history.
public final class RecentBars {
    private RecentBars() {
    }

    /// The bars dated after the day that lies `span` before the last one's: with a last bar of 2024-12-31 and 10 years,
    /// those from 2015-01-01 on.
    ///
    /// @param bars ascending by date
    /// @param span above zero
    public static List<DailyBar> of(List<DailyBar> bars, Period span) {
        if (span.isNegative() || span.isZero()) {
            throw new IllegalArgumentException("a span of time above zero is needed, not " + span);
        }
        if (bars.isEmpty()) {
            return bars;
        }
        LocalDate before = bars.getLast().date().minus(span);
        return bars.stream().filter(bar -> bar.date().isAfter(before)).toList();
    }
}
