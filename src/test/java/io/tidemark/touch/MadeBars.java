package io.tidemark.touch;

import io.tidemark.market.BarSeries;
import io.tidemark.market.DailyBar;
import io.tidemark.market.Symbol;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Bars of a seeded random walk, every one to the cent, for the tests of this package.
final class MadeBars {
    private static final double DAILY_VOLATILITY = 0.02;

    private MadeBars() {
    }

    /// Bars of a share around 100 dollars on `sessions` sessions from `from` on.
    static List<DailyBar> share(LocalDate from, int sessions, long seed) {
        var random = new KeyedRandom(seed);
        var bars = new ArrayList<DailyBar>();
        double close = 100;
        for (LocalDate day : sessions(from, sessions)) {
            double open = close * StrictMath.exp(0.3 * DAILY_VOLATILITY * bell(random));
            close = open * StrictMath.exp(DAILY_VOLATILITY * bell(random));
            double high = Math.max(open, close) * StrictMath.exp(DAILY_VOLATILITY * Math.abs(bell(random)) / 2);
            double low = Math.min(open, close) * StrictMath.exp(-DAILY_VOLATILITY * Math.abs(bell(random)) / 2);
            bars.add(new DailyBar(day, cents(open), cents(high), cents(low), cents(close), BigDecimal.valueOf(1000)));
        }
        return bars;
    }

    /// Bars of a volatility index between 12 and 36 points.
    static List<DailyBar> vix(LocalDate from, int sessions, long seed) {
        var random = new KeyedRandom(seed);
        var bars = new ArrayList<DailyBar>();
        double logOf = 0;
        for (LocalDate day : sessions(from, sessions)) {
            logOf = Math.clamp(logOf + 0.05 * bell(random), -0.55, 0.55);
            BigDecimal points = cents(20.8 * StrictMath.exp(logOf));
            bars.add(new DailyBar(day, points, points, points, points, BigDecimal.ZERO));
        }
        return bars;
    }

    static BarSeries series(String symbol, List<DailyBar> bars) {
        return BarSeries.of(Symbol.of(symbol), bars);
    }

    /// Weekdays without each year's 1 January, 4 July and 25 December.
    private static List<LocalDate> sessions(LocalDate from, int count) {
        return from.datesUntil(from.plusDays(2L * count + 10)).filter(MadeBars::isSession).limit(count).toList();
    }

    private static boolean isSession(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        int date = day.getMonthValue() * 100 + day.getDayOfMonth();
        return !weekend && date != 101 && date != 704 && date != 1225;
    }

    /// Nearly normal with mean 0 and deviation 1: twelve even draws less six, the same on every Java.
    private static double bell(KeyedRandom random) {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += random.nextDouble();
        }
        return sum;
    }

    private static BigDecimal cents(double price) {
        return BigDecimal.valueOf(price).setScale(2, RoundingMode.HALF_EVEN);
    }
}
