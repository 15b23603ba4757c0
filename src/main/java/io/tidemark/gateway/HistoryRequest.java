package io.tidemark.gateway;

import io.tidemark.market.Instrument;

/// One question for daily bars up to now.
///
/// @param instrument whose bars
/// @param series which series
/// @param duration how far back
/// @param regularHours whether only regular trading hours count
public record HistoryRequest(Instrument instrument, WhatToShow series, HistoryDuration duration,
        boolean regularHours) {

    /// Trades in regular hours, the base series.
    public static HistoryRequest trades(Instrument instrument, HistoryDuration duration) {
        return new HistoryRequest(instrument, WhatToShow.TRADES, duration, true);
    }

    /// Implied volatility of the instrument's options in regular hours.
    public static HistoryRequest impliedVolatility(Instrument instrument, HistoryDuration duration) {
        return new HistoryRequest(instrument, WhatToShow.OPTION_IMPLIED_VOLATILITY, duration, true);
    }
}
