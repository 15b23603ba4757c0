package io.tidemark.gateway.demo;

import io.tidemark.market.DailyBar;
import io.tidemark.market.Symbol;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Makes good bars bad, in the ways that real gateways do.
final class Distortion {
    private static final BigDecimal LOT = BigDecimal.valueOf(100);
    private static final BigDecimal HUNDREDTH = new BigDecimal("1.01");

    private Distortion() {
    }

    /// The bars as the plan's faults leave them.
    ///
    /// @param bars at least one, ascending
    /// @param today the day it is in the market
    static List<DailyBar> apply(FaultPlan plan, Symbol symbol, List<DailyBar> bars, LocalDate today) {
        var distorted = new ArrayList<>(bars);
        plan.strike(FaultKind.SPLIT, symbol, today)
                .ifPresent(fault -> distorted.replaceAll(bar -> split(bar, fault)));
        plan.strike(FaultKind.LOTS, symbol).ifPresent(fault -> distorted.replaceAll(Distortion::inLots));
        plan.strike(FaultKind.CHANGED_BAR, symbol)
                .ifPresent(fault -> distorted.set(distorted.size() - 1, changed(distorted.getLast())));
        plan.strike(FaultKind.BAD_BAR, symbol).ifPresent(fault -> {
            int at = index(distorted, fault);
            distorted.set(at, upsideDown(distorted.get(at)));
        });
        plan.strike(FaultKind.DUPLICATE_BAR, symbol).ifPresent(fault -> {
            int at = index(distorted, fault);
            distorted.add(at, distorted.get(at));
        });
        plan.strike(FaultKind.MISSING_DAY, symbol).ifPresent(fault -> distorted.remove(index(distorted, fault)));
        return distorted;
    }

    /// Index of the bar that a fault means: the one of its date, or the first after it; without a date the middle one.
    private static int index(List<DailyBar> bars, Fault fault) {
        return fault.date().map(date -> {
            int at = 0;
            while (at < bars.size() - 1 && bars.get(at).date().isBefore(date)) {
                at++;
            }
            return at;
        }).orElse(bars.size() / 2);
    }

    private static DailyBar split(DailyBar bar, Fault fault) {
        return new DailyBar(bar.date(), divide(bar.open(), fault), divide(bar.high(), fault),
                divide(bar.low(), fault), divide(bar.close(), fault),
                bar.volume().multiply(fault.shares()).divide(fault.oldShares(), 0, RoundingMode.HALF_EVEN));
    }

    private static BigDecimal divide(BigDecimal price, Fault fault) {
        return price.multiply(fault.oldShares()).divide(fault.shares(), Math.max(4, price.scale()),
                RoundingMode.HALF_EVEN);
    }

    private static DailyBar inLots(DailyBar bar) {
        return new DailyBar(bar.date(), bar.open(), bar.high(), bar.low(), bar.close(),
                bar.volume().divide(LOT, 2, RoundingMode.HALF_EVEN));
    }

    private static DailyBar changed(DailyBar bar) {
        var close = bar.close().multiply(HUNDREDTH).setScale(bar.close().scale(), RoundingMode.HALF_EVEN);
        return new DailyBar(bar.date(), bar.open(), bar.high().max(close), bar.low(), close, bar.volume());
    }

    private static DailyBar upsideDown(DailyBar bar) {
        var top = bar.high().max(bar.low().add(BigDecimal.ONE));
        return new DailyBar(bar.date(), bar.open(), bar.low(), top, bar.close(), bar.volume());
    }

    /// A session's bar as it looks at noon: half the way to the close, within what the day will have reached.
    static DailyBar unfinished(DailyBar bar) {
        var two = BigDecimal.valueOf(2);
        var price = bar.open().add(bar.close()).divide(two, bar.close().scale(), RoundingMode.HALF_EVEN);
        return new DailyBar(bar.date(), bar.open(), bar.high().min(bar.open().max(price)),
                bar.low().max(bar.open().min(price)), price,
                bar.volume().divide(two, 0, RoundingMode.DOWN));
    }
}
