package io.tidemark.pipeline;

import io.tidemark.market.BarSeries;
import io.tidemark.market.DailyBar;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;

/// Bars with another future: all prices after a day are other ones.
final class AlteredBars {
    private static final double[] FACTORS = {1.31, 0.83, 1.12, 0.71, 1.47};

    private AlteredBars() {
    }

    /// The same sessions with the same prices up to `last`, and prices multiplied by turns after it.
    static BarSeries after(LocalDate last, BarSeries bars) {
        var altered = new ArrayList<DailyBar>(bars.size());
        for (int i = 0; i < bars.size(); i++) {
            double factor = bars.date(i).isAfter(last) ? FACTORS[i % FACTORS.length] : 1;
            altered.add(new DailyBar(bars.date(i), price(bars.open(i), factor), price(bars.high(i), factor),
                    price(bars.low(i), factor), price(bars.close(i), factor), BigDecimal.valueOf(bars.volume(i))));
        }
        return BarSeries.of(bars.symbol(), altered);
    }

    private static BigDecimal price(double value, double factor) {
        return BigDecimal.valueOf(value * factor);
    }
}
