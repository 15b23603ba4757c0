package io.tidemark.history;

import io.tidemark.market.DailyBar;
import io.tidemark.market.SecurityType;
import io.tidemark.market.Symbol;
import io.tidemark.market.Universe;
import java.math.BigDecimal;
import java.util.List;

/// What one unit of a bar's volume is.
///
/// Old servers, and a setting in TWS ("Send market data in lots for US stocks"), give stock volume in lots of 100, and
/// nothing in the answer says so. It is judged by SPY, the most traded fund there is, and holds for every stock of the
/// same download. Volumes are stored as received, whatever the unit.
public enum VolumeUnit {
    /// Single shares.
    SHARES,
    /// Lots of 100 shares.
    LOTS,
    /// No volume, as of an index.
    NONE;

    /// SPY has not traded fewer shares on a median day of any year since 1998.
    private static final BigDecimal LEAST_MEDIAN_OF_SPY = BigDecimal.valueOf(5_000_000);
    private static final int DAYS = 252;

    /// The unit of these bars' volume: none for an index; for SPY, lots when the median of its last 252 days is below
    /// 5 million; shares otherwise.
    public static VolumeUnit judge(Symbol symbol, List<DailyBar> bars) {
        if (Universe.instrument(symbol).type() == SecurityType.INDEX) {
            return NONE;
        }
        boolean lots = symbol.equals(Universe.SPY) && !bars.isEmpty()
                && median(bars).compareTo(LEAST_MEDIAN_OF_SPY) < 0;
        return lots ? LOTS : SHARES;
    }

    private static BigDecimal median(List<DailyBar> bars) {
        List<DailyBar> last = bars.subList(Math.max(0, bars.size() - DAYS), bars.size());
        return last.stream().map(DailyBar::volume).sorted().toList().get(last.size() / 2);
    }
}
