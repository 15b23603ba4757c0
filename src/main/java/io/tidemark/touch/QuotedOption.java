package io.tidemark.touch;

import java.time.LocalDate;

/// A real option as it was quoted in a session.
///
/// @param start that session
/// @param expiration last day on which a touch counts
/// @param right call or put
/// @param strike USD, as listed then
/// @param impliedVolatility annualised fraction, above 0
/// @param spot price of the underlying then, USD
public record QuotedOption(LocalDate start, LocalDate expiration, OptionRight right, double strike,
        double impliedVolatility, double spot) {

    /// Whether the option is among the given share of all, by a draw that depends on the option and the seed alone: a
    /// collection that grows keeps those that it has.
    ///
    /// @param symbol whose option
    /// @param share 0 for none to 1 for all
    boolean isWithin(double share, long seed, String symbol) {
        String name = symbol + right + expiration + strike;
        return KeyedRandom.of(seed, name, Math.toIntExact(start.toEpochDay())).nextDouble() < share;
    }
}
