package io.tidemark.training;

import io.tidemark.dataset.Fold;
import io.tidemark.dataset.TrainingSet;
import io.tidemark.model.ModelKind;
import io.tidemark.regime.Regime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What is looked at to find out whether a model knew what it could not know.
///
/// @param kind which model
/// @param set rows that it was trained and judged on
/// @param startDays day of each row, as days since 1970-01-01
/// @param knownDays day on which each row's label is known
/// @param folds the forward walk that judged it
/// @param grown how its boosters were grown
/// @param scores what it was judged to be worth
public record LeakEvidence(ModelKind kind, TrainingSet set, int[] startDays, int[] knownDays, List<Fold> folds,
        Grown grown, Scores scores) {
    /// Keeps a copy of the list and checks that all parts have as many rows.
    public LeakEvidence {
        folds = List.copyOf(folds);
        if (startDays.length != set.rows() || knownDays.length != set.rows()) {
            throw new IllegalArgumentException(
                    set.rows() + " rows, " + startDays.length + " starts, " + knownDays.length + " ends");
        }
    }

    /// How boosters were grown.
    ///
    /// @param booster shape of the trees and learning rate
    /// @param rounds of the shipped booster
    /// @param seed of the draws
    public record Grown(BoosterSettings booster, int rounds, long seed) {}

    /// What a model is worth: accuracy of a regime classifier, R² of a probability of touch. NaN where not defined.
    ///
    /// @param honest figure of the forward walk
    /// @param interval its 95 % interval
    /// @param naive the same figure of a random split
    /// @param ceiling the best that chance allows; NaN where there is no such bound
    public record Scores(double honest, Interval interval, double naive, double ceiling) {}

    /// The evidence about a regime classifier.
    ///
    /// @param set what it was trained on
    /// @throws CannotTrainException when the rows cannot be split
    public static LeakEvidence regime(TrainingSet set, RegimeTrainingOptions options, RegimeEvaluation evaluation) {
        int[] days = Days.epochDays(set.dates());
        int[] known = RegimeTrainer.knownDays(days, options.horizon());
        return new LeakEvidence(ModelKind.REGIME_CLASSIFIER, set, days, known,
                TrainingChecks.folds(options.split(), days, known),
                new Grown(options.booster(), evaluation.rounds(), options.seed()),
                new Scores(evaluation.honest().accuracy(), evaluation.accuracy(),
                        evaluation.naive().figures().accuracy(), Double.NaN));
    }

    /// The evidence about a probability of touch.
    ///
    /// @param input what it was trained on
    /// @throws CannotTrainException when the rows cannot be split
    public static LeakEvidence pot(PotTrainingInput input, PotTrainingOptions options, PotEvaluation evaluation) {
        int[] days = Days.epochDays(input.set().dates());
        return new LeakEvidence(ModelKind.PROBABILITY_OF_TOUCH, input.set(), days, input.knownDays(),
                TrainingChecks.folds(options.split(), days, input.knownDays()),
                new Grown(options.booster(), evaluation.rounds(), options.seed()),
                new Scores(orNaN(evaluation.honest().model().r2()), evaluation.r2(),
                        orNaN(evaluation.naive().figures().model().r2()), evaluation.ceiling()));
    }

    private static double orNaN(@Nullable Double figure) {
        return Objects.requireNonNullElse(figure, Double.NaN);
    }

    /// What the boosters learn.
    Objective objective() {
        return switch (kind) {
            case REGIME_CLASSIFIER -> Objective.classes(Regime.count());
            case PROBABILITY_OF_TOUCH -> Objective.probability(PotTrainer.directions(set.features().names()));
        };
    }

    /// Rows learned from by a fold although their label was not known before its test block began.
    public int[] overlapping(Fold fold) {
        return Arrays.stream(known(fold)).filter(row -> knownDays[row] >= fold.bounds().testFrom()).toArray();
    }

    /// All rows that the judged booster of a fold learned from.
    int[] known(Fold fold) {
        return WalkForward.known(fold);
    }
}
