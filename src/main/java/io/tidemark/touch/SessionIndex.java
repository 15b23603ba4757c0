package io.tidemark.touch;

import io.tidemark.market.BarSeries;
import java.util.Arrays;

/// Finds the bar of a day in O(1): the index of the last bar at or before each day of a series' life.
final class SessionIndex {
    private final int firstDay;
    private final int[] atOrBefore;

    private SessionIndex(int firstDay, int[] atOrBefore) {
        this.firstDay = firstDay;
        this.atOrBefore = atOrBefore;
    }

    /// The index of a series.
    static SessionIndex of(BarSeries bars) {
        if (bars.size() == 0) {
            return new SessionIndex(0, new int[0]);
        }
        int firstDay = bars.epochDay(0);
        var atOrBefore = new int[bars.epochDay(bars.size() - 1) - firstDay + 1];
        for (int bar = 0; bar < bars.size(); bar++) {
            int until = bar + 1 < bars.size() ? bars.epochDay(bar + 1) - firstDay : atOrBefore.length;
            Arrays.fill(atOrBefore, bars.epochDay(bar) - firstDay, until, bar);
        }
        return new SessionIndex(firstDay, atOrBefore);
    }

    /// Index of the last bar dated `epochDay` or earlier; `-1` when all bars are later.
    int atOrBefore(int epochDay) {
        int offset = epochDay - firstDay;
        if (offset < 0 || atOrBefore.length == 0) {
            return -1;
        }
        return atOrBefore[Math.min(offset, atOrBefore.length - 1)];
    }

    /// Index of the bar dated `epochDay`, or `-1` when that day has none.
    int at(int epochDay) {
        int offset = epochDay - firstDay;
        if (offset < 0 || offset >= atOrBefore.length) {
            return -1;
        }
        int bar = atOrBefore[offset];
        return offset == 0 || atOrBefore[offset - 1] != bar ? bar : -1;
    }
}
