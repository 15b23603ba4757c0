package io.tidemark.market;

/// What an option was quoted at, and what the model of the quoting side says of it. NaN stands for "was not told".
///
/// @param bid USD
/// @param ask USD
/// @param last USD
/// @param greeks by the quoting side's model
/// @param underlying price of the underlying that the model took, USD
/// @param delayed whether the figures are some minutes old, as for an account without a live subscription
public record OptionQuote(double bid, double ask, double last, Greeks greeks, double underlying, boolean delayed) {

    /// What a model says of an option.
    ///
    /// @param impliedVolatility annualised fraction
    /// @param delta change of the price for a dollar of the underlying
    /// @param gamma change of delta likewise
    /// @param vega change of the price for one point of volatility, that is 0.01
    /// @param theta change of the price in a day
    public record Greeks(double impliedVolatility, double delta, double gamma, double vega, double theta) {
        /// Nothing was told.
        public static final Greeks NONE = new Greeks(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }

    /// Whether the option's implied volatility was told.
    public boolean hasVolatility() {
        return greeks.impliedVolatility > 0;
    }
}
