package io.tidemark.touch;

import java.time.LocalDate;

/// A real option as it was quoted in a session.
///
/// @param start that session
/// @param expiration last day on which a touch counts
/// @param right call or put
/// @param listed strike as listed then, USD; with it the option is known whatever splits come
/// @param strike the same, USD adjusted for splits as the bars are
/// @param impliedVolatility annualised fraction, above 0
/// @param spot price of the underlying then, USD adjusted for splits as the bars are
public record QuotedOption(LocalDate start, LocalDate expiration, OptionRight right, double listed, double strike,
        double impliedVolatility, double spot) {

    /// One since whose quote nothing was split.
    public static QuotedOption of(LocalDate start, LocalDate expiration, OptionRight right, double strike,
            double impliedVolatility, double spot) {
        return new QuotedOption(start, expiration, right, strike, strike, impliedVolatility, spot);
    }

    /// Whether the option is among the given share of all, by a draw that depends on the option and the seed alone: a
    /// collection that grows keeps those that it has.
    ///
    /// @param symbol whose option
    /// @param share 0 for none to 1 for all
    boolean isWithin(double share, long seed, String symbol) {
        String name = symbol + right + expiration + listed;
        return KeyedRandom.of(seed, name, Math.toIntExact(start.toEpochDay())).nextDouble() < share;
    }
}
