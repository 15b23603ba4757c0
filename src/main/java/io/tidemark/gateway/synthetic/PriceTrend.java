package io.tidemark.gateway.synthetic;

/// The path that a log price is loosely held to, so that decades end neither in pennies nor in millions.
///
/// Near the path the hold is nothing, so that returns stay unpredictable; it grows with the square of the distance.
///
/// @param start price at session 0, USD
/// @param growth growth a year of the log price
/// @param pull drift a year back to the path at a log distance of 1
/// @param logStart natural logarithm of `start`
record PriceTrend(double start, double growth, double pull, double logStart) {

    /// A path from `start`.
    static PriceTrend of(double start, double growth, double pull) {
        return new PriceTrend(start, growth, pull, StrictMath.log(start));
    }

    /// Drift a year that the hold adds to a log price at the given session.
    double drift(double logPrice, int session) {
        double distance = logPrice - logStart - growth * session / MarketFactor.YEAR;
        return -pull * distance * Math.abs(distance);
    }
}
