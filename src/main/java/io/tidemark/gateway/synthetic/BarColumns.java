package io.tidemark.gateway.synthetic;

import io.tidemark.market.DailyBar;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Daily bars in columns that grow at the end: prices as whole units of the last decimal, volume as whole shares.
///
/// Not thread-safe.
final class BarColumns {
    private static final int FIRST_CAPACITY = 8192;
    private static final int PRICES = 4;

    private final int decimals;
    private final double unit;
    private int size;
    private int[] days = new int[FIRST_CAPACITY];
    /// Four values a bar: open, high, low, close.
    private int[] prices = new int[FIRST_CAPACITY * PRICES];
    private long[] volumes = new long[FIRST_CAPACITY];

    /// @param decimals decimals of the prices
    BarColumns(int decimals) {
        this.decimals = decimals;
        this.unit = Math.rint(StrictMath.pow(10, decimals));
    }

    /// Adds a bar of the session's path of a log price; rounding keeps open and close between low and high.
    void add(int day, SessionPath path, long volume) {
        add(day, StrictMath.exp(path.open()), StrictMath.exp(path.high()), StrictMath.exp(path.low()),
                StrictMath.exp(path.close()), volume);
    }

    private void add(int day, double open, double high, double low, double close, long volume) {
        if (size == days.length) {
            days = Arrays.copyOf(days, size * 2);
            prices = Arrays.copyOf(prices, size * 2 * PRICES);
            volumes = Arrays.copyOf(volumes, size * 2);
        }
        days[size] = day;
        int at = size * PRICES;
        prices[at] = round(open);
        prices[at + 1] = round(high);
        prices[at + 2] = round(low);
        prices[at + 3] = round(close);
        volumes[size] = volume;
        size++;
    }

    /// Adds a bar that opens at the last close and moves straight to `close`, without volume.
    void addStraight(int day, double close) {
        double open = size == 0 ? close : prices[size * PRICES - 1] / unit;
        add(day, open, Math.max(open, close), Math.min(open, close), close, 0);
    }

    private int round(double price) {
        return Math.max(1, (int) Math.rint(price * unit));
    }

    /// The bars dated `from` to `to`, both included, ascending.
    List<DailyBar> bars(LocalDate from, LocalDate to) {
        int start = indexFrom(from.toEpochDay());
        int end = indexFrom(to.toEpochDay() + 1);
        var bars = new ArrayList<DailyBar>(Math.max(0, end - start));
        for (int i = start; i < end; i++) {
            int at = i * PRICES;
            bars.add(new DailyBar(LocalDate.ofEpochDay(days[i]), price(at), price(at + 1), price(at + 2),
                    price(at + 3), BigDecimal.valueOf(volumes[i])));
        }
        return bars;
    }

    private BigDecimal price(int at) {
        return BigDecimal.valueOf(prices[at], decimals);
    }

    /// Index of the bar of a day, or -1 when there is none.
    int indexOf(LocalDate date) {
        return Math.max(-1, Arrays.binarySearch(days, 0, size, Math.toIntExact(date.toEpochDay())));
    }

    private int indexFrom(long day) {
        int found = Arrays.binarySearch(days, 0, size, Math.toIntExact(day));
        return found >= 0 ? found : -found - 1;
    }
}
