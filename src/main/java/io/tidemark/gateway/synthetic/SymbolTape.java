package io.tidemark.gateway.synthetic;

import io.tidemark.market.Symbol;
import java.time.LocalDate;
import java.util.Arrays;

/// Everything that is known of one synthetic symbol so far. Not thread-safe.
final class SymbolTape {
    private final Symbol symbol;
    private final BarColumns prices = new BarColumns(2);
    private final BarColumns implied = new BarColumns(4);
    private double[] volatilities = new double[1024];
    private int size;

    SymbolTape(Symbol symbol) {
        this.symbol = symbol;
    }

    /// Daily bars.
    BarColumns prices() {
        return prices;
    }

    /// Implied volatility as bars.
    BarColumns implied() {
        return implied;
    }

    /// Adds what a session leaves known about the next one.
    ///
    /// @param day the session
    /// @param nextVariance variance of the next session's log return
    /// @param impliedVolatility annualised fraction
    void addOutlook(int day, double nextVariance, double impliedVolatility) {
        if (size == volatilities.length) {
            volatilities = Arrays.copyOf(volatilities, size * 2);
        }
        volatilities[size++] = Math.sqrt(MarketFactor.YEAR * nextVariance);
        implied.addStraight(day, impliedVolatility);
    }

    /// Volatility of the session after `session`, annualised fraction.
    double volatility(LocalDate session) {
        int index = prices.indexOf(session);
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("the volatility of " + symbol + " after " + session + " is not known");
        }
        return volatilities[index];
    }
}
