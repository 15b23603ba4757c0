package io.tidemark.training;

import io.tidemark.model.RegimeClassifier;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// How well rows were told apart into classes, beside what costs no model at all.
///
/// @param rows rows judged, at least 1
/// @param accuracy share named rightly
/// @param balancedAccuracy mean recall of the classes present
/// @param logLoss mean of `-ln` of the probability given to the truth, clipped at [#LEAST_PROBABILITY]
/// @param majorityAccuracy accuracy of always naming the commonest class of these rows
/// @param persistenceAccuracy accuracy of naming the last label known; null when no order was given
/// @param classes one entry a class, by id
/// @param confusion rows are the truth, columns the prediction
public record ClassificationFigures(int rows, double accuracy, double balancedAccuracy, double logLoss,
        double majorityAccuracy, @Nullable Double persistenceAccuracy, List<ClassFigures> classes, int[][] confusion) {
    /// Smallest probability that a logarithm is taken of, as scikit-learn clips doubles.
    public static final double LEAST_PROBABILITY = Math.ulp(1.0);

    /// The figures of probabilities.
    ///
    /// @param truth class ids, at least one row
    /// @param probabilities `rows x classes`, row-major; the largest of a row is its prediction, the first of equals
    /// @param classes number of classes
    /// @throws IllegalArgumentException when there are no rows or the lengths do not fit
    public static ClassificationFigures of(int[] truth, float[] probabilities, int classes) {
        if (probabilities.length != truth.length * classes) {
            throw new IllegalArgumentException(
                    probabilities.length + " probabilities for " + truth.length + " rows of " + classes + " classes");
        }
        var matrix = ConfusionMatrix.of(truth, RegimeClassifier.likeliest(probabilities, classes), classes);
        return new ClassificationFigures(truth.length, matrix.accuracy(), matrix.balancedAccuracy(),
                logLoss(truth, probabilities, classes), matrix.majority(), null,
                IntStream.range(0, classes).mapToObj(c -> ClassFigures.of(matrix, c)).toList(), matrix.counts());
    }

    /// The same figures with the accuracy of persistence beside them; NaN where no row has an earlier one.
    ClassificationFigures withPersistence(double accuracyOfPersistence) {
        return new ClassificationFigures(rows, accuracy, balancedAccuracy, logLoss, majorityAccuracy,
                Double.isNaN(accuracyOfPersistence) ? null : accuracyOfPersistence, classes, confusion);
    }

    /// The better of the two baselines that need no model.
    public double bestBaseline() {
        return persistenceAccuracy == null ? majorityAccuracy : Math.max(majorityAccuracy, persistenceAccuracy);
    }

    private static double logLoss(int[] truth, float[] probabilities, int classes) {
        double sum = 0;
        for (int row = 0; row < truth.length; row++) {
            double p = probabilities[row * classes + truth[row]];
            sum -= Math.log(Math.clamp(p, LEAST_PROBABILITY, 1 - LEAST_PROBABILITY));
        }
        return sum / truth.length;
    }
}
