package io.tidemark.training;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How good predicted probabilities are against what came true.
///
/// @param rows rows judged, at least 1
/// @param baseRate share that came true
/// @param meanProbability mean predicted probability
/// @param r2 `1 - mean (y - p)^2 / Var(y)` on the same rows; null when all came out alike
/// @param brier `mean (y - p)^2`
/// @param logLoss mean of `-ln` of the probability of what happened, clipped as in [ClassificationFigures]
/// @param auc area under the ROC curve, ties counted half; null when all came out alike
/// @param ece expected calibration error over the bins: `sum n_b / n |observed - predicted|`
/// @param calibration [#BINS] bins of equal counts
public record ProbabilityFigures(int rows, double baseRate, double meanProbability, @Nullable Double r2, double brier,
        double logLoss, @Nullable Double auc, double ece, List<CalibrationBin> calibration) {
    /// Number of calibration bins.
    public static final int BINS = 10;

    /// The figures of probabilities.
    ///
    /// @param outcomes 1 where it came true, else 0; at least one row
    /// @param probabilities as many, each within 0 and 1
    /// @throws IllegalArgumentException when there are no rows, the lengths differ or one is no probability
    public static ProbabilityFigures of(int[] outcomes, double[] probabilities) {
        check(outcomes, probabilities);
        int n = outcomes.length;
        double squares = 0;
        double logs = 0;
        double sum = 0;
        int hits = 0;
        for (int i = 0; i < n; i++) {
            double p = probabilities[i];
            hits += outcomes[i];
            sum += p;
            squares += (outcomes[i] - p) * (outcomes[i] - p);
            logs -= Math.log(Math.max(outcomes[i] == 1 ? p : 1 - p, ClassificationFigures.LEAST_PROBABILITY));
        }
        double rate = (double) hits / n;
        boolean varied = hits > 0 && hits < n;
        List<CalibrationBin> bins = CalibrationBin.equalCounts(outcomes, probabilities, BINS);
        double ece = bins.stream().mapToDouble(bin -> bin.rows() * Math.abs(bin.observed() - bin.predicted())).sum();
        return new ProbabilityFigures(n, rate, sum / n, varied ? 1 - squares / n / (rate * (1 - rate)) : null,
                squares / n, logs / n, varied ? areaUnderRoc(outcomes, probabilities, hits) : null, ece / n, bins);
    }

    /// The share of pairs (came true, did not) in which the first has the higher probability; equals count half.
    private static double areaUnderRoc(int[] outcomes, double[] probabilities, int hits) {
        var trues = new double[hits];
        var falses = new double[outcomes.length - hits];
        for (int i = 0, t = 0, f = 0; i < outcomes.length; i++) {
            if (outcomes[i] == 1) {
                trues[t++] = probabilities[i];
            } else {
                falses[f++] = probabilities[i];
            }
        }
        Arrays.sort(trues);
        Arrays.sort(falses);
        double won = 0;
        int below = 0;
        int upTo = 0;
        for (double p : trues) {
            while (below < falses.length && falses[below] < p) {
                below++;
            }
            while (upTo < falses.length && falses[upTo] <= p) {
                upTo++;
            }
            won += below + (upTo - below) / 2.0;
        }
        return won / ((double) trues.length * falses.length);
    }

    private static void check(int[] outcomes, double[] probabilities) {
        if (outcomes.length == 0 || outcomes.length != probabilities.length) {
            throw new IllegalArgumentException(
                    probabilities.length + " probabilities for " + outcomes.length + " outcomes");
        }
        for (double p : probabilities) {
            if (!(p >= 0 && p <= 1)) {
                throw new IllegalArgumentException(p + " is no probability");
            }
        }
    }
}
