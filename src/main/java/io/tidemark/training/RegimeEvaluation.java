package io.tidemark.training;

import io.tidemark.dataset.Fold;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What is known of a regime model: a file of its run and the source of its charts.
///
/// @param horizon sessions that the labels look ahead
/// @param reading how the accuracy is to be read: fidelity to the rule, or skill
/// @param classes names of the classes, by id
/// @param honest figures over all test blocks of the forward walk together
/// @param accuracy 95 % interval of the honest accuracy, blocks of days redrawn
/// @param folds figures of each test block
/// @param tested each day of the test blocks; without days in an evaluation that was kept before they were
/// @param naive figures of a random split
/// @param rounds rounds of the shipped model
/// @param curves loss round by round: each fold's search, then the shipped model
/// @param gain mean gain of the splits on each feature in the shipped model, by name
/// @param warnings sentences for a person; empty when there is nothing to warn of
public record RegimeEvaluation(int horizon, String reading, List<String> classes, ClassificationFigures honest,
        Interval accuracy, List<RegimeFold> folds, TestedDays tested, Naive<ClassificationFigures> naive, int rounds,
        List<LearningCurve> curves, Map<String, Double> gain, List<String> warnings) {

    /// Takes an evaluation without tested days too.
    public RegimeEvaluation {
        tested = Objects.requireNonNullElse(tested, TestedDays.NONE);
    }

    /// One test block.
    ///
    /// @param facts what the fold was made of
    /// @param figures on its test rows
    public record RegimeFold(FoldFacts facts, ClassificationFigures figures) {
        static RegimeFold of(int index, Fold fold, WalkForward.Walk walk, ClassificationFigures figures) {
            return new RegimeFold(FoldFacts.of(index, fold, walk), figures);
        }
    }
}
