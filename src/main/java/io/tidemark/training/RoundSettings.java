package io.tidemark.training;

/// How many rounds a booster grows, and when it stops.
///
/// @param learningRate share of each round's step that is kept, above 0, at most 1
/// @param most rounds grown at most, 1 to 10,000
/// @param patience rounds without a gain on the validation rows after which growing stops, `>= 1`
/// @param leastGain a log-loss this much lower counts as a gain, `>= 0`
public record RoundSettings(double learningRate, int most, int patience, double leastGain) {
    /// Checks the ranges.
    ///
    /// @throws IllegalArgumentException when a value is out of its range; the message names it
    public RoundSettings {
        Range.check("learningRate", learningRate, 0.001, 1);
        Range.check("most", most, 1, 10_000);
        Range.check("patience", patience, 1, 10_000);
        Range.check("leastGain", leastGain, 0, 1);
    }
}
