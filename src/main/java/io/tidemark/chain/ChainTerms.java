package io.tidemark.chain;

import io.tidemark.market.DataSource;
import io.tidemark.market.Symbol;
import java.time.Instant;

/// What holds for all options of a snapshot.
///
/// @param symbol the underlying
/// @param source where the quotes came from
/// @param takenAt when the snapshot was begun, by the gateway's clock
/// @param spot price of the underlying then, USD, as traded
/// @param exchange where the options trade
/// @param tradingClass what the exchange calls them
/// @param multiplier shares a contract
public record ChainTerms(Symbol symbol, DataSource source, Instant takenAt, double spot, String exchange,
        String tradingClass, String multiplier) {

    /// Checks the price.
    public ChainTerms {
        if (!(spot > 0)) {
            throw new IllegalArgumentException(symbol + ": the price of the underlying is " + spot);
        }
    }
}
