package io.tidemark.touch;

import io.tidemark.indicator.RealisedVolatility;
import io.tidemark.market.BarSeries;
import io.tidemark.market.Universe;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The implied volatility of an option that starts on a given bar, as an annualised fraction.
///
/// Real on the days that have a believable bar of the option-implied volatility. Else a proxy: VIX for SPY (a little
/// high for an option at the money), past volatility plus a premium for any other symbol.
final class ImpliedVolatility {
    /// Sessions of past volatility that the proxy starts from.
    static final int PAST = 60;
    private static final int LONG_PAST = 252;
    /// After a calm quarter options still remember the year before: never below this share of its volatility.
    private static final double LONG_PAST_SHARE = 0.7;
    private static final double MIN_PREMIUM = 0.05;
    private static final double MAX_PREMIUM = 0.20;
    /// Greatest relative error put on a proxy, so that its value is not the fingerprint of a day.
    private static final double NOISE = 0.02;
    private static final double PERCENT = 100;
    /// 500 %: anything above is a wrong print or a wrong unit.
    private static final double GREATEST = 5;

    /// Of the bars of option-implied volatility; NaN on a day without one.
    private final double[] real;
    /// What the proxy starts from.
    private final double[] level;
    private final double[] floor;
    private final boolean hasPremium;

    private ImpliedVolatility(double[] real, double[] level, double[] floor, boolean hasPremium) {
        this.real = real;
        this.level = level;
        this.floor = floor;
        this.hasPremium = hasPremium;
    }

    /// The volatility for options on the symbol of `bars`.
    ///
    /// @param vix index points
    /// @param real bars whose closes are the symbol's option-implied volatility as an annualised fraction
    static ImpliedVolatility of(BarSeries bars, BarSeries vix, @Nullable BarSeries real) {
        double[] known = real == null ? nowhere(bars.size()) : closesOn(bars, real);
        if (bars.symbol().equals(Universe.SPY)) {
            return new ImpliedVolatility(known, scaled(closesOn(bars, vix), 1 / PERCENT), new double[bars.size()],
                    false);
        }
        double[] closes = bars.closes();
        double[] floor = scaled(new RealisedVolatility(LONG_PAST).of(closes), LONG_PAST_SHARE);
        Arrays.fill(floor, 0, Math.min(LONG_PAST, floor.length), 0);
        return new ImpliedVolatility(known, new RealisedVolatility(PAST).of(closes), floor, true);
    }

    private static double[] nowhere(int size) {
        var values = new double[size];
        Arrays.fill(values, Double.NaN);
        return values;
    }

    private static double[] scaled(double[] values, double factor) {
        for (int i = 0; i < values.length; i++) {
            values[i] *= factor;
        }
        return values;
    }

    /// The closes of `other` on the days of `bars`; NaN on a day that it has no bar for.
    static double[] closesOn(BarSeries bars, BarSeries other) {
        var sessions = SessionIndex.of(other);
        var closes = new double[bars.size()];
        for (int i = 0; i < closes.length; i++) {
            int at = sessions.at(bars.epochDay(i));
            closes[i] = at < 0 ? Double.NaN : other.close(at);
        }
        return closes;
    }

    /// Where the value of options that start on bar `i` comes from.
    IvSource source(int i) {
        return isBelievable(real[i]) ? IvSource.REAL : IvSource.PROXY;
    }

    /// Whether there is a believable value for options that start on bar `i`.
    boolean isKnown(int i) {
        return isBelievable(real[i]) || isBelievable(level[i]);
    }

    /// Whether a value can be an annualised fraction.
    static boolean isBelievable(double volatility) {
        return volatility > 0 && volatility <= GREATEST;
    }

    /// The volatility of one option that starts on bar `i`.
    ///
    /// @param premiumDraw in `[0, 1)`, places the premium within its range
    /// @param noiseDraw in `[0, 1)`, places the error within its range
    double at(int i, double premiumDraw, double noiseDraw) {
        if (source(i) == IvSource.REAL) {
            return real[i];
        }
        double premium = hasPremium ? MIN_PREMIUM + premiumDraw * (MAX_PREMIUM - MIN_PREMIUM) : 0;
        double error = NOISE * (2 * noiseDraw - 1);
        return Math.max(level[i] * (1 + premium), floor[i]) * (1 + error);
    }
}
