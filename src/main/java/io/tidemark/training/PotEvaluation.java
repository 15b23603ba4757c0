package io.tidemark.training;

import java.util.List;
import java.util.Map;

/// What is known of a probability-of-touch model: a file of its run and the source of its charts.
///
/// @param honest figures over all test blocks of the forward walk together, beside the closed form's on the same rows
/// @param r2 95 % interval of the honest R², blocks of days redrawn
/// @param r2Gain 95 % interval of the honest R² less the closed form's, on the same draws
/// @param ceiling the best R² that chance allows on the test rows, estimated with the closed form's probabilities
/// @param folds figures of each test block
/// @param slices figures of parts of the test rows
/// @param naive figures of a random split
/// @param rounds rounds of the shipped model
/// @param curves loss round by round: each fold's search, then the shipped model
/// @param gain mean gain of the splits on each feature in the shipped model, by name
/// @param warnings sentences for a person; empty when there is nothing to warn of
public record PotEvaluation(Versus honest, Interval r2, Interval r2Gain, double ceiling, List<PotFold> folds,
        List<PotSlice> slices, Naive<Versus> naive, int rounds, List<LearningCurve> curves, Map<String, Double> gain,
        List<String> warnings) {

    /// One test block.
    ///
    /// @param facts what the fold was made of
    /// @param figures on its test rows
    public record PotFold(FoldFacts facts, Versus figures) {}
}
