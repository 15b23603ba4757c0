package io.tidemark.touch;

/// An option at the close of one bar of its underlying: where its features come from, in training as in use.
///
/// @param underlying the symbol
/// @param bar index of the bar
/// @param right call or put
/// @param strike USD
/// @param expiration days since 1970-01-01, after the bar's
/// @param volatility implied, annualised fraction
record OptionOnBar(Underlying underlying, int bar, OptionRight right, double strike, int expiration,
        double volatility) {
    private static final double DAYS_PER_YEAR = 365;
    private static final double PERCENT = 100;

    /// The value of a feature.
    double value(PotFeature feature) {
        double price = price();
        return switch (feature) {
            case DISTANCE_PCT -> PERCENT * Math.abs(strike - price) / price;
            case DIRECTION -> right.direction();
            case DAYS_TO_EXPIRATION -> days();
            case IMPLIED_VOLATILITY -> volatility;
            case HISTORICAL_VOLATILITY -> underlying.volatility(bar);
            case MOMENTUM -> underlying.momentum(bar);
            case STANDARDISED_DISTANCE ->
                Math.abs(StrictMath.log(strike / price)) / (volatility * Math.sqrt(days() / DAYS_PER_YEAR));
            case BASELINE_PROBABILITY -> baseline();
            case VIX -> underlying.vix(bar);
        };
    }

    /// [BarrierProbability#neutral] to six decimals: it is kept as it is written, so that a set read back equals the
    /// set that was built.
    double baseline() {
        double probability = BarrierProbability.neutral(price(), strike, volatility, days() / DAYS_PER_YEAR);
        return Math.round(probability * PotSamplesCsv.MICRO) / PotSamplesCsv.MICRO;
    }

    private double price() {
        return underlying.bars().close(bar);
    }

    private int days() {
        return expiration - underlying.bars().epochDay(bar);
    }
}
