package io.tidemark.training;

import io.tidemark.dataset.TrainingSet;
import io.tidemark.model.HoldoutModel;
import io.tidemark.model.ModelKind;
import io.tidemark.model.TreeBooster;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/// The rows on which two models are compared: those from the day on that neither knows anything of.
///
/// Whole blocks of days are redrawn, as for the intervals of the figures, and both models are judged on the same
/// redraws.
///
/// @param model what both models are
/// @param set rows with their labels, in the form both were trained on
/// @param seed of the redraws
public record ContestGround(ModelKind model, TrainingSet set, long seed) {
    private static final int DRAWS = 1000;
    private static final double LOW = 0.05;

    /// Compares two models.
    ///
    /// @return empty when less than one block of days is new to both
    /// @throws IllegalArgumentException when a model takes another number of features
    public Optional<Contest> hold(HoldoutModel champion, HoldoutModel challenger) {
        LocalDate from = champion.from().isAfter(challenger.from()) ? champion.from() : challenger.from();
        int[] days = Days.epochDays(set.dates());
        int[] newRows = IntStream.range(0, days.length).filter(row -> days[row] >= from.toEpochDay()).toArray();
        int[] newDays = IntStream.of(newRows).map(row -> days[row]).toArray();
        int block = model == ModelKind.PROBABILITY_OF_TOUCH ? PotJudge.BLOCK_SESSIONS : RegimeTrainer.BLOCK_SESSIONS;
        if (IntStream.of(newDays).distinct().count() < block) {
            return Optional.empty();
        }
        LabelledRows rows = new LabelledRows(set.features(), set.labels()).select(newRows);
        double[] old = losses(champion, rows);
        double[] now = losses(challenger, rows);
        var terms = new double[newRows.length][];
        Arrays.setAll(terms, i -> new double[]{1, old[i] - now[i]});
        double[] gains = new BlockBootstrap(block, DRAWS, seed).draws(newDays, terms, sums -> sums[1] / sums[0]);
        return Optional.of(new Contest(LocalDate.ofEpochDay(IntStream.of(newDays).min().orElseThrow()),
                LocalDate.ofEpochDay(IntStream.of(newDays).max().orElseThrow()), newRows.length, mean(old), mean(now),
                BlockBootstrap.quantile(gains, LOW),
                (double) Arrays.stream(gains).filter(gain -> gain >= 0).count() / gains.length));
    }

    /// The loss of each row: the squared error of a probability; of classes half the sum of squared errors, which is 1
    /// for a sure and wrong answer. Log-loss would let one such day outweigh a year of good ones.
    private static double[] losses(HoldoutModel model, LabelledRows rows) {
        try (var booster = TreeBooster.load(model.ubj(), 1)) {
            float[] p = booster.predict(rows.features());
            int outputs = booster.outputs();
            var losses = new double[rows.labels().length];
            Arrays.setAll(losses, row -> outputs == 1
                    ? (rows.labels()[row] - p[row]) * (rows.labels()[row] - p[row])
                    : halfSquares(p, row * outputs, outputs, rows.labels()[row]));
            return losses;
        }
    }

    private static double halfSquares(float[] p, int from, int classes, int truth) {
        return IntStream.range(0, classes).mapToDouble(id -> (id == truth ? 1 : 0) - p[from + id])
                .map(error -> error * error).sum() / 2;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }
}
