package io.tidemark.training;

/// Everything that shapes a booster besides its data and seed.
///
/// @param trees the shape of each tree
/// @param rounds how many, and when to stop
public record BoosterSettings(TreeSettings trees, RoundSettings rounds) {

    /// Settings that repeat a rule of a few thresholds: thresholds about as fine as the days lie apart, deep enough for
    /// the longest branch of the rule, no smoothing and large steps, for a rule has no noise. Half as many thresholds
    /// cost half a percent of the days.
    public static BoosterSettings regime() {
        return new BoosterSettings(new TreeSettings(4, 0, 1, 1, 0.1, 1024), new RoundSettings(0.7, 40, 4, 0.002));
    }

    /// Settings that forecast a regime: shallow, smoothed, in small steps.
    public static BoosterSettings forecast() {
        return new BoosterSettings(new TreeSettings(2, 10, 0.8, 0.8, 5, 256), new RoundSettings(0.1, 150, 15, 0));
    }

    /// Settings for few independent windows and much noise: shallow, smoothed, stopped early.
    public static BoosterSettings touch() {
        return new BoosterSettings(new TreeSettings(3, 20, 0.8, 1, 5, 64), new RoundSettings(0.15, 300, 15, 0));
    }
}
