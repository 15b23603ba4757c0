package io.tidemark.history;

import io.tidemark.market.DailyBar;
import io.tidemark.market.SecurityType;
import io.tidemark.market.Symbol;
import io.tidemark.market.Universe;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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
    private static final BigDecimal LOT = BigDecimal.valueOf(100);
    private static final double SAME_UNIT = 0.05;

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

    /// The received bars with volumes in the unit of the stored ones, whichever of the two are in lots.
    ///
    /// Judged by the days they share. What was stored stays where the two differ by less than a lot.
    static List<DailyBar> alike(List<DailyBar> stored, List<DailyBar> received) {
        Map<LocalDate, BigDecimal> known = new HashMap<>();
        stored.forEach(bar -> known.put(bar.date(), bar.volume()));
        List<Double> quotients = received.stream()
                .filter(bar -> bar.volume().signum() > 0 && known.containsKey(bar.date()))
                .map(bar -> Objects.requireNonNull(known.get(bar.date())).doubleValue() / bar.volume().doubleValue())
                .sorted().toList();
        double middle = quotients.isEmpty() ? 1 : quotients.get(quotients.size() / 2);
        if (isNear(middle, LOT)) {
            return received.stream().map(bar -> withVolume(bar, bar.volume().multiply(LOT), known)).toList();
        }
        return isNear(1 / middle, LOT)
                ? received.stream().map(bar -> withVolume(bar, bar.volume().divide(LOT), known)).toList()
                : received;
    }

    private static boolean isNear(double quotient, BigDecimal whole) {
        return Math.abs(quotient / whole.doubleValue() - 1) < SAME_UNIT;
    }

    private static DailyBar withVolume(DailyBar bar, BigDecimal volume, Map<LocalDate, BigDecimal> known) {
        BigDecimal before = known.getOrDefault(bar.date(), volume);
        BigDecimal kept = before.subtract(volume).abs().compareTo(LOT) < 0 ? before : volume;
        return new DailyBar(bar.date(), bar.open(), bar.high(), bar.low(), bar.close(), kept);
    }
}
