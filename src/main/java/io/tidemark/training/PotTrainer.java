package io.tidemark.training;

import io.tidemark.dataset.Fold;
import io.tidemark.dataset.RandomSplit;
import io.tidemark.touch.PotFeature;
import io.tidemark.work.Progress;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Trains the probability-of-touch model and tells how good it is beside the closed form.
public final class PotTrainer {
    /// Which way a probability of touch must go with a feature, whatever the data says. Others are free.
    private static final Map<String, Integer> DIRECTIONS = Map.of(PotFeature.DISTANCE_PCT.columnName(), -1,
            PotFeature.DAYS_TO_EXPIRATION.columnName(), 1, PotFeature.IMPLIED_VOLATILITY.columnName(), 1,
            PotFeature.STANDARDISED_DISTANCE.columnName(), -1, PotFeature.BASELINE_PROBABILITY.columnName(), 1);

    private PotTrainer() {
    }

    /// Trains on all rows and judges by a forward walk.
    ///
    /// @param rounds told of every round of every booster whose curve is kept
    /// @param progress told of finished boosters; asked before each round whether to go on
    /// @throws CannotTrainException when the data cannot make a model
    /// @throws java.util.concurrent.CancellationException when cancelled
    public static PotTraining train(PotTrainingInput input, PotTrainingOptions options, RoundListener rounds,
            Progress progress) {
        int[] startDays = Days.epochDays(input.set().dates());
        TrainingChecks.check(input.set(), startDays, input.knownDays(), 2);
        checkBaseline(input.baseline());
        List<Fold> folds = TrainingChecks.folds(options.split(), startDays, input.knownDays());
        folds.forEach(fold -> checkBothOutcomes(input.set().labels(), fold));
        var naive = RandomSplit.of(input.set().rows(), Naive.TESTED, options.seed());
        var growth = new Growth(Objective.probability(directions(input.set().features().names())), options.booster(),
                options.seed(), new OneAtATime(rounds), progress);
        var rows = new LabelledRows(input.set().features(), input.set().labels());
        WalkForward.Walk walk = new WalkForward(growth, options.threads()).run(rows, folds, naive);
        var judge = new PotJudge(input, startDays, options.seed());
        return new PotTraining(walk.shipped().ubj(), walk.holdoutOf(folds), options,
                judge.evaluate(folds, naive, walk));
    }

    static List<Integer> directions(List<String> names) {
        return names.stream().map(PotTrainer::direction).toList();
    }

    /// Which way the probability must go with a feature: `+1`, `-1`, or 0 where it is free.
    static int direction(String feature) {
        return DIRECTIONS.getOrDefault(feature, 0);
    }

    private static void checkBaseline(double[] baseline) {
        for (int i = 0; i < baseline.length; i++) {
            if (!(baseline[i] >= 0 && baseline[i] <= 1)) {
                throw new CannotTrainException(CannotTrainException.Reason.BAD_LABEL, "Row " + i
                        + " has the baseline probability " + baseline[i] + ". Prepare the training data again.");
            }
        }
    }

    private static void checkBothOutcomes(int[] labels, Fold fold) {
        long outcomes = IntStream.of(fold.train()).map(row -> labels[row]).distinct().count();
        if (outcomes < 2) {
            throw TrainingChecks.oneClass(
                    "All rows before " + LocalDate.ofEpochDay(fold.bounds().validationFrom()) + " came out alike");
        }
    }
}
