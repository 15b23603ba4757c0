package io.tidemark.touch;

import io.tidemark.indicator.RealisedVolatility;
import io.tidemark.indicator.SimpleReturn;
import io.tidemark.market.BarSeries;
import org.jspecify.annotations.Nullable;

/// One symbol as its options see it: bars, where options may start, and what is known of the past on each bar.
///
/// The value at bar `i` depends on bars up to `i` alone.
final class Underlying {
    /// Bars before the first start: the proxy's past volatility needs them.
    static final int WARM_UP = ImpliedVolatility.PAST;
    private static final int RECENT = 20;
    /// Below a cent no strike lies between the price and 0.
    private static final double LEAST_PRICE = 0.01;

    private final BarSeries bars;
    private final SessionIndex sessions;
    private final TouchLabeller labeller;
    private final ImpliedVolatility impliedVolatility;
    private final double[] volatility;
    private final double[] momentum;
    private final double[] vix;

    private Underlying(BarSeries bars, BarSeries vix, @Nullable BarSeries realVolatility) {
        this.bars = bars;
        this.sessions = SessionIndex.of(bars);
        this.labeller = TouchLabeller.of(bars, sessions);
        this.impliedVolatility = ImpliedVolatility.of(bars, vix, realVolatility);
        double[] closes = bars.closes();
        this.volatility = new RealisedVolatility(RECENT).of(closes);
        this.momentum = new SimpleReturn(RECENT).of(closes);
        this.vix = ImpliedVolatility.closesOn(bars, vix);
    }

    /// The symbol of `bars`.
    ///
    /// @param vix index points
    /// @param realVolatility see [ImpliedVolatility#of]
    static Underlying of(BarSeries bars, BarSeries vix, @Nullable BarSeries realVolatility) {
        return new Underlying(bars, vix, realVolatility);
    }

    BarSeries bars() {
        return bars;
    }

    SessionIndex sessions() {
        return sessions;
    }

    TouchLabeller labeller() {
        return labeller;
    }

    ImpliedVolatility impliedVolatility() {
        return impliedVolatility;
    }

    /// Last day of the history, as days since 1970-01-01.
    int lastDay() {
        return bars.epochDay(bars.size() - 1);
    }

    /// Whether options may start on bar `i`: warm-up done, a real trade that day, a volatility known.
    boolean isStart(int i) {
        boolean traded = bars.high(i) > bars.low(i) || bars.volume(i) > 0;
        return i >= WARM_UP && traded && bars.close(i) >= LEAST_PRICE && impliedVolatility.isKnown(i);
    }

    /// Whether any option that lives `days` calendar days can start and expire within the bars.
    boolean canCarry(int days) {
        for (int i = WARM_UP; i < bars.size(); i++) {
            if (isStart(i) && bars.epochDay(i) + days <= lastDay()) {
                return true;
            }
        }
        return false;
    }

    /// Volatility of the last 20 sessions on bar `i`, annualised fraction.
    double volatility(int i) {
        return volatility[i];
    }

    /// Return over the last 20 sessions on bar `i`, fraction.
    double momentum(int i) {
        return momentum[i];
    }

    /// VIX on bar `i`, index points; NaN on a day without VIX.
    double vix(int i) {
        return vix[i];
    }
}
