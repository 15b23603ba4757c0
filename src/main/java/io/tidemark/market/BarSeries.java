package io.tidemark.market;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/// The daily bars of one symbol as columns of doubles, ascending by date: immutable, made for computing.
///
/// Exact decimals live in [DailyBar]; a series holds their nearest doubles. Index `0` is the oldest bar.
public final class BarSeries {
    private final Symbol symbol;
    private final int[] days;
    private final double[] open;
    private final double[] high;
    private final double[] low;
    private final double[] close;
    private final double[] volume;

    private BarSeries(Symbol symbol, int size) {
        this.symbol = symbol;
        this.days = new int[size];
        this.open = new double[size];
        this.high = new double[size];
        this.low = new double[size];
        this.close = new double[size];
        this.volume = new double[size];
    }

    /// The series of the given bars.
    ///
    /// @throws IllegalArgumentException when the dates are not strictly ascending; the message names the date
    public static BarSeries of(Symbol symbol, List<DailyBar> bars) {
        var series = new BarSeries(symbol, bars.size());
        for (int i = 0; i < bars.size(); i++) {
            series.fill(i, bars.get(i));
        }
        return series;
    }

    private void fill(int i, DailyBar bar) {
        days[i] = Math.toIntExact(bar.date().toEpochDay());
        if (i > 0 && days[i] <= days[i - 1]) {
            throw new IllegalArgumentException(symbol + ": bar dates are not ascending at " + bar.date());
        }
        open[i] = bar.open().doubleValue();
        high[i] = bar.high().doubleValue();
        low[i] = bar.low().doubleValue();
        close[i] = bar.close().doubleValue();
        volume[i] = bar.volume().doubleValue();
    }

    /// Whose bars these are.
    public Symbol symbol() {
        return symbol;
    }

    /// How many bars there are.
    public int size() {
        return days.length;
    }

    /// Session date of bar `i`.
    public LocalDate date(int i) {
        return LocalDate.ofEpochDay(days[i]);
    }

    /// Session date of bar `i` as a count of days since 1970-01-01.
    public int epochDay(int i) {
        return days[i];
    }

    /// Open of bar `i`.
    public double open(int i) {
        return open[i];
    }

    /// High of bar `i`.
    public double high(int i) {
        return high[i];
    }

    /// Low of bar `i`.
    public double low(int i) {
        return low[i];
    }

    /// Close of bar `i`.
    public double close(int i) {
        return close[i];
    }

    /// Volume of bar `i`, shares.
    public double volume(int i) {
        return volume[i];
    }

    /// All highs, a copy.
    public double[] highs() {
        return high.clone();
    }

    /// All lows, a copy.
    public double[] lows() {
        return low.clone();
    }

    /// All closes, a copy.
    public double[] closes() {
        return close.clone();
    }

    /// All dates as days since 1970-01-01, ascending, a copy.
    public int[] epochDays() {
        return days.clone();
    }

    /// Index of the bar dated `date`, or `-1` when there is none.
    public int indexOf(LocalDate date) {
        return Math.max(-1, Arrays.binarySearch(days, Math.toIntExact(date.toEpochDay())));
    }

    /// Index of the last bar dated `date` or earlier, or `-1` when all bars are later.
    public int indexAtOrBefore(LocalDate date) {
        int found = Arrays.binarySearch(days, Math.toIntExact(date.toEpochDay()));
        return found >= 0 ? found : -found - 2;
    }
}
