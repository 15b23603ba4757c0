package io.tidemark.history;

import io.tidemark.market.DailyBar;
import java.time.LocalDate;
import java.util.List;

/// The newest years of a longer history.
public final class RecentBars {
    private RecentBars() {
    }

    /// The bars dated after the day that lies `years` years before the last one's: with a last bar of 2024-12-31 and
    /// 10 years, those from 2015-01-01 on.
    ///
    /// @param bars ascending by date
    /// @param years at least 1
    public static List<DailyBar> ofYears(List<DailyBar> bars, int years) {
        if (years < 1) {
            throw new IllegalArgumentException("at least one year is needed, not " + years);
        }
        if (bars.isEmpty()) {
            return bars;
        }
        LocalDate before = bars.getLast().date().minusYears(years);
        return bars.stream().filter(bar -> bar.date().isAfter(before)).toList();
    }
}
