package io.tidemark.indicator;

/// A value for each day of a series, made from that day and the days before it.
///
/// Implementations are values without state, safe for any thread. NaN within a window gives NaN for that window.
public sealed interface Indicator
        permits SimpleReturn, MovingAverage, DistanceToAverage, RelativeStrength, RealisedVolatility {

    /// Number of leading days without a value: the index of the first finite one.
    int warmUp();

    /// The values, one a day, as long as `series` and NaN for the first [Indicator#warmUp] days.
    ///
    /// @param series ascending by date, one value a session; it is not changed
    double[] of(double[] series);
}
