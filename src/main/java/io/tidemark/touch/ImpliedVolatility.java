package io.tidemark.touch;

import io.tidemark.indicator.RealisedVolatility;
import io.tidemark.market.BarSeries;
import io.tidemark.market.Universe;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The implied volatility of an option that starts on a given bar, as an annualised fraction.
///
/// Real where bars of the option-implied volatility are at hand. Else a proxy: VIX for SPY (a little high for an
/// option at the money), past volatility plus a premium for any other symbol. A symbol's volatilities are all real or
/// all proxy: a mix would teach a model the day of the change.
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

    private final IvSource source;
    private final double[] level;
    private final double[] floor;
    private final boolean hasPremium;

    private ImpliedVolatility(IvSource source, double[] level, double[] floor, boolean hasPremium) {
        this.source = source;
        this.level = level;
        this.floor = floor;
        this.hasPremium = hasPremium;
    }

    /// The volatility for options on the symbol of `bars`.
    ///
    /// @param vix index points
    /// @param real bars whose closes are the symbol's option-implied volatility as an annualised fraction
    static ImpliedVolatility of(BarSeries bars, BarSeries vix, @Nullable BarSeries real) {
        var noFloor = new double[bars.size()];
        if (real != null) {
            return new ImpliedVolatility(IvSource.REAL, closesOn(bars, real), noFloor, false);
        }
        if (bars.symbol().equals(Universe.SPY)) {
            return new ImpliedVolatility(IvSource.PROXY, scaled(closesOn(bars, vix), 1 / PERCENT), noFloor, false);
        }
        double[] closes = bars.closes();
        double[] floor = scaled(new RealisedVolatility(LONG_PAST).of(closes), LONG_PAST_SHARE);
        Arrays.fill(floor, 0, Math.min(LONG_PAST, floor.length), 0);
        return new ImpliedVolatility(IvSource.PROXY, new RealisedVolatility(PAST).of(closes), floor, true);
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

    /// Where the values come from.
    IvSource source() {
        return source;
    }

    /// Whether there is a believable value for options that start on bar `i`.
    boolean isKnown(int i) {
        return level[i] > 0 && level[i] <= GREATEST;
    }

    /// The volatility of one option that starts on bar `i`.
    ///
    /// @param premiumDraw in `[0, 1)`, places the premium within its range
    /// @param noiseDraw in `[0, 1)`, places the error within its range
    double at(int i, double premiumDraw, double noiseDraw) {
        double premium = hasPremium ? MIN_PREMIUM + premiumDraw * (MAX_PREMIUM - MIN_PREMIUM) : 0;
        double error = source == IvSource.PROXY ? NOISE * (2 * noiseDraw - 1) : 0;
        return Math.max(level[i] * (1 + premium), floor[i]) * (1 + error);
    }
}
