package io.tidemark.touch;

import java.util.List;
import java.util.Locale;

/// What the model sees of an option, each known at the close of the option's start.
public enum PotFeature {
    /// Distance from the close to the strike in percent of the close, positive on either side.
    DISTANCE_PCT,
    /// `+1` for a call, `-1` for a put.
    DIRECTION,
    /// Calendar days to expiration.
    DAYS_TO_EXPIRATION,
    /// Annualised fraction.
    IMPLIED_VOLATILITY,
    /// Of the last 20 sessions, annualised fraction (252 sessions a year).
    HISTORICAL_VOLATILITY,
    /// Return over the last 20 sessions, fraction.
    MOMENTUM,
    /// Distance in units of risk, `|ln(strike / close)| / (iv sqrt(days / 365))`.
    STANDARDISED_DISTANCE,
    /// [BarrierProbability#neutral] with the option's own implied volatility.
    BASELINE_PROBABILITY,
    /// VIX, index points; NaN on a day without VIX.
    VIX;

    private static final List<PotFeature> DEFAULTS = List.of(DISTANCE_PCT, DIRECTION, DAYS_TO_EXPIRATION,
            IMPLIED_VOLATILITY, HISTORICAL_VOLATILITY, MOMENTUM);

    /// The six that a bot has at hand for any option.
    public static List<PotFeature> defaults() {
        return DEFAULTS;
    }

    /// The feature of a name in files.
    ///
    /// @throws IllegalArgumentException when there is none
    public static PotFeature ofColumn(String name) {
        for (PotFeature feature : values()) {
            if (feature.columnName().equals(name)) {
                return feature;
            }
        }
        throw new IllegalArgumentException("there is no feature '" + name + "'");
    }

    /// The name in files, such as `distance_pct`.
    public String columnName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
