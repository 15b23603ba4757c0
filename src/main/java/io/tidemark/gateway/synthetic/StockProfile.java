package io.tidemark.gateway.synthetic;

import io.tidemark.market.Symbol;
import java.util.List;

/// What makes one synthetic stock different from the others.
///
/// @param symbol ticker
/// @param trend where the price starts and is held to
/// @param beta share of the market's move
/// @param chips share of the semiconductor factor's move
/// @param ownVolatility ordinary volatility of the rest, annualised fraction
/// @param earnings the quarterly overnight step
/// @param shares ordinary daily volume
record StockProfile(Symbol symbol, PriceTrend trend, double beta, double chips, double ownVolatility,
        Earnings earnings, int shares) {

    private static final double GROWTH = 0.075;
    private static final double PULL = 0.4;

    /// The stocks of the synthetic market; their figures are near those of 2012 to 2024.
    static List<StockProfile> all() {
        return List.of(
                new StockProfile(Symbol.of("TSLA"), PriceTrend.of(40, GROWTH, PULL), 1.50, 0, 0.46,
                        new Earnings(0.075, 1, 20), 95_000_000),
                new StockProfile(Symbol.of("NVDA"), PriceTrend.of(30, GROWTH, PULL), 1.65, 1, 0.25,
                        new Earnings(0.065, 2, 21), 220_000_000),
                new StockProfile(Symbol.of("AMD"), PriceTrend.of(25, GROWTH, PULL), 1.60, 1, 0.38,
                        new Earnings(0.075, 1, 27), 48_000_000));
    }
}
