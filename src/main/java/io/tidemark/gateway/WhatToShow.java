package io.tidemark.gateway;

/// Which daily series is asked for; the names are IBKR's own.
public enum WhatToShow {
    /// Trades, adjusted for splits but not for dividends: the base series.
    TRADES,
    /// Implied volatility of the symbol's options, an annualised fraction; may need a subscription.
    OPTION_IMPLIED_VOLATILITY
}
