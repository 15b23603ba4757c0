package io.tidemark.training;

/// The shape of each tree of a booster.
///
/// @param depth most splits on the way to a leaf, 1 to 12
/// @param minChildWeight least sum of second derivatives in a leaf, `>= 0`
/// @param subsample share of the rows that each tree sees, above 0, at most 1
/// @param columnSample share of the columns that each tree sees, above 0, at most 1
/// @param lambda L2 penalty on leaf values, `>= 0`
/// @param maxBins most thresholds tried for a feature, 2 to 65,536
public record TreeSettings(int depth, double minChildWeight, double subsample, double columnSample, double lambda,
        int maxBins) {
    /// Checks the ranges.
    ///
    /// @throws IllegalArgumentException when a value is out of its range; the message names it
    public TreeSettings {
        Range.check("depth", depth, 1, 12);
        Range.check("minChildWeight", minChildWeight, 0, 1e6);
        Range.check("subsample", subsample, 0.05, 1);
        Range.check("columnSample", columnSample, 0.05, 1);
        Range.check("lambda", lambda, 0, 1e6);
        Range.check("maxBins", maxBins, 2, 65_536);
    }
}
