package io.tidemark.regime;

import io.tidemark.market.BarSeries;
import io.tidemark.market.DailyBar;
import io.tidemark.market.Symbol;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/// Made-up bars of SPY and VIX on weekdays.
final class Bars {
    static final LocalDate FIRST = LocalDate.of(2015, 1, 1);

    private Bars() {
    }

    /// A series of the given closes from [Bars#FIRST] on.
    static BarSeries of(String symbol, double... closes) {
        return BarSeries.of(Symbol.of(symbol), bars(closes.length, i -> price(closes[i])));
    }

    static BarSeries spy(long seed, int sessions) {
        var random = new Random(seed);
        double log = Math.log(200);
        var closes = new double[sessions];
        for (int i = 0; i < sessions; i++) {
            log += 0.0003 + 0.012 * random.nextGaussian();
            closes[i] = Math.exp(log);
        }
        return of("SPY", closes);
    }

    static BarSeries vix(long seed, int sessions) {
        var random = new Random(seed);
        double log = Math.log(18);
        var closes = new double[sessions];
        for (int i = 0; i < sessions; i++) {
            log += 0.05 * (Math.log(18) - log) + 0.08 * random.nextGaussian();
            closes[i] = Math.exp(log);
        }
        return of("VIX", closes);
    }

    /// The series without some of its days.
    static BarSeries without(BarSeries series, Predicate<LocalDate> dropped) {
        var kept = new ArrayList<DailyBar>();
        for (int i = 0; i < series.size(); i++) {
            if (!dropped.test(series.date(i))) {
                kept.add(bar(series.date(i), price(series.close(i))));
            }
        }
        return BarSeries.of(series.symbol(), kept);
    }

    /// The first bars of a series.
    static BarSeries first(BarSeries series, int sessions) {
        LocalDate end = series.date(sessions - 1);
        return without(series, date -> date.isAfter(end));
    }

    static DailyBar bar(LocalDate date, BigDecimal close) {
        return new DailyBar(date, close, close, close, close, BigDecimal.ZERO);
    }

    private static List<DailyBar> bars(int sessions, IntFunction<BigDecimal> closes) {
        var bars = new ArrayList<DailyBar>();
        LocalDate date = FIRST;
        for (int i = 0; i < sessions; i++) {
            bars.add(bar(date, closes.apply(i)));
            date = date.plusDays(date.getDayOfWeek() == DayOfWeek.FRIDAY ? 3 : 1);
        }
        return bars;
    }

    private static BigDecimal price(double value) {
        return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_EVEN);
    }
}
