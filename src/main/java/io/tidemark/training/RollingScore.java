package io.tidemark.training;

import io.tidemark.dataset.TrainingSet;
import io.tidemark.model.HoldoutModel;
import io.tidemark.model.RegimeClassifier;
import io.tidemark.model.TreeBooster;
import io.tidemark.regime.Regime;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// How a model did over the newest sessions that it knows nothing of, beside what it has to keep up with.
///
/// @param measure `Brier`, less is better, or `accuracy`
/// @param sessions how many sessions
/// @param from first day of them
/// @param to last day of them
/// @param rows rows judged
/// @param model the model's figure
/// @param reference the closed form's Brier score on the same rows, or the accuracy that the model was judged to have
/// @param notWorse share of redrawn histories in which the model is not worse than the reference; null with fewer
///        than four blocks of sessions, where redrawing tells nothing
public record RollingScore(String measure, int sessions, LocalDate from, LocalDate to, int rows, double model,
        double reference, @Nullable Double notWorse) {
    private static final int DRAWS = 500;
    private static final double SELDOM = 0.05;
    private static final int FEWEST_BLOCKS = 4;

    /// Whether the model has fallen behind by more than chance explains.
    public boolean behind() {
        return notWorse != null && notWorse < SELDOM;
    }

    /// Squared errors of a probability of touch beside those of the closed form.
    ///
    /// @param baseline closed-form probability of each row
    /// @return empty when the model knows something of so many sessions
    public static Optional<RollingScore> touch(TrainingSet set, double[] baseline, HoldoutModel model, int sessions,
            long seed) {
        return new Newest(set, sessions, seed).score(model, "Brier", PotJudge.BLOCK_SESSIONS,
                (row, p) -> square(set.labels()[row] - p[0]), row -> square(set.labels()[row] - baseline[row]), -1);
    }

    /// Regimes named rightly beside the accuracy that the model is known to have.
    ///
    /// @return empty when the model knows something of so many sessions
    public static Optional<RollingScore> regime(TrainingSet set, double accuracy, HoldoutModel model, int sessions,
            long seed) {
        return new Newest(set, sessions, seed).score(model, "accuracy", RegimeTrainer.BLOCK_SESSIONS,
                (row, p) -> RegimeClassifier.likeliest(p, Regime.count())[0] == set.labels()[row] ? 1 : 0,
                row -> accuracy, 1);
    }

    private static double square(double value) {
        return value * value;
    }

    @FunctionalInterface
    private interface RowScore {
        double of(int row, float[] predicted);
    }

    /// The newest sessions of a set.
    private record Newest(TrainingSet set, int sessions, long seed) {

        /// @param sign `1` when more is better, `-1` when less is
        Optional<RollingScore> score(HoldoutModel model, String measure, int block, RowScore own,
                IntToDoubleFunction other, int sign) {
            int[] days = Days.epochDays(set.dates());
            int[] all = Arrays.stream(days).sorted().distinct().toArray();
            if (all.length < sessions || all[all.length - sessions] < model.from().toEpochDay()) {
                return Optional.empty();
            }
            int first = all[all.length - sessions];
            int[] rows = IntStream.range(0, days.length).filter(row -> days[row] >= first).toArray();
            double[] scores = scores(model, rows, own);
            double[] references = IntStream.of(rows).mapToDouble(other).toArray();
            var terms = new double[rows.length][];
            Arrays.setAll(terms, i -> new double[]{1, sign * (scores[i] - references[i])});
            double[] gains = new BlockBootstrap(block, DRAWS, seed).draws(
                    IntStream.of(rows).map(row -> days[row]).toArray(), terms, sums -> sums[1] / sums[0]);
            return Optional.of(new RollingScore(measure, sessions, LocalDate.ofEpochDay(first),
                    LocalDate.ofEpochDay(all[all.length - 1]), rows.length, mean(scores), mean(references),
                    sessions < FEWEST_BLOCKS * block
                            ? null
                            : (double) Arrays.stream(gains).filter(gain -> gain >= 0).count() / gains.length));
        }

        private double[] scores(HoldoutModel model, int[] rows, RowScore own) {
            try (var booster = TreeBooster.load(model.ubj(), 1)) {
                float[] p = booster.predict(set.features().select(rows));
                int outputs = booster.outputs();
                return IntStream.range(0, rows.length)
                        .mapToDouble(i -> own.of(rows[i], Arrays.copyOfRange(p, i * outputs, (i + 1) * outputs)))
                        .toArray();
            }
        }

        private static double mean(double[] values) {
            return Arrays.stream(values).average().orElseThrow();
        }
    }
}
