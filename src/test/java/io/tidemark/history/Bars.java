package io.tidemark.history;

import io.tidemark.market.DailyBar;
import io.tidemark.market.DataSource;
import io.tidemark.market.DataSource.Kind;
import io.tidemark.market.TradingCalendar;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Bars for tests.
final class Bars {
    static final Provenance FROM_TWS = new Provenance(new DataSource(Kind.TWS, "127.0.0.1:7497"), "TRADES", true,
            VolumeUnit.SHARES, Instant.parse("2026-11-22T15:00:00Z"));

    private Bars() {
    }

    /// One good bar a session from 2020-01-02 on, closing at `base`, `base + 1` and so on.
    static List<DailyBar> ascending(int count, int base) {
        List<DailyBar> bars = new ArrayList<>();
        LocalDate date = LocalDate.of(2020, 1, 1);
        for (int i = 0; i < count; i++) {
            date = TradingCalendar.nyse().nextSession(date);
            bars.add(around(date, base + i));
        }
        return bars;
    }

    /// A bar that opens and closes at `price` with a range of one on both sides and volume 1000.
    static DailyBar around(LocalDate date, int price) {
        var exact = BigDecimal.valueOf(price);
        return new DailyBar(date, exact, exact.add(BigDecimal.ONE), exact.subtract(BigDecimal.ONE), exact,
                BigDecimal.valueOf(1000));
    }

    /// A bar of whole numbers dated 2024-06-`day`.
    static DailyBar june(int day, String open, String high, String low, String close) {
        return DailyBar.of(LocalDate.of(2024, 6, day), open, high, low, close, "1000");
    }
}
