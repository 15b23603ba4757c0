package io.tidemark.gateway.tws;

import io.tidemark.market.DailyBar;
import java.math.BigDecimal;
import java.util.List;

/// Bars without trailing zeros: Tidemark's own client keeps the digits of the wire, IBKR's reads numbers.
public final class PlainBars {

    private PlainBars() {
    }

    /// The same bars by value.
    public static List<DailyBar> of(List<DailyBar> bars) {
        return bars.stream().map(each -> new DailyBar(each.date(), plain(each.open()), plain(each.high()),
                plain(each.low()), plain(each.close()), plain(each.volume()))).toList();
    }

    private static BigDecimal plain(BigDecimal value) {
        return value.stripTrailingZeros();
    }
}
