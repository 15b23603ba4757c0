package io.tidemark.regime;

/// The four numbers of one session that the rules look at. NaN where a number is not defined yet, or missing.
///
/// @param vix close of VIX, index points
/// @param return20 return of SPY over 20 sessions, a fraction
/// @param close close of SPY, USD
/// @param sma50 mean of the last 50 closes of SPY, today's included, USD
public record RegimeInputs(double vix, double return20, double close, double sma50) {

    /// Whether all four are there; a session without one of them is not labelled.
    public boolean areComplete() {
        return !(Double.isNaN(vix) || Double.isNaN(return20) || Double.isNaN(close) || Double.isNaN(sma50));
    }
}
