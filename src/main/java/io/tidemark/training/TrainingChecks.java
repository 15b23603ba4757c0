package io.tidemark.training;

import io.tidemark.dataset.FeatureMatrix;
import io.tidemark.dataset.Fold;
import io.tidemark.dataset.ForwardSplit;
import io.tidemark.dataset.TrainingSet;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/// What data must have before a booster is grown from it. Each failure is a sentence that says what to do.
final class TrainingChecks {
    /// Rows of two years of bars reach at least this far, once warm-up and the life of the last option are taken off.
    private static final int LEAST_DAYS = 540;

    private TrainingChecks() {
    }

    /// Checks labels, features and the length of the history.
    ///
    /// @param startDays day of each row, as days since 1970-01-01
    /// @param knownDays day on which each row's label is known
    static void check(TrainingSet set, int[] startDays, int[] knownDays, int classes) {
        if (set.rows() == 0) {
            throw new CannotTrainException(CannotTrainException.Reason.INSUFFICIENT_DATA,
                    "Insufficient data: there are no rows. Prepare the training data from at least 2 years of bars.");
        }
        checkLabels(set.labels(), classes);
        checkFeatures(set.features());
        checkSpan(startDays, knownDays);
    }

    /// The folds of the walk.
    ///
    /// @throws CannotTrainException when the history is too short for them
    static List<Fold> folds(ForwardSplit split, int[] startDays, int[] knownDays) {
        try {
            return split.split(startDays, knownDays);
        } catch (IllegalArgumentException e) {
            throw new CannotTrainException(CannotTrainException.Reason.INSUFFICIENT_DATA, "Insufficient data: "
                    + e.getMessage() + ". Take a longer history or more samples.");
        }
    }

    private static void checkSpan(int[] startDays, int[] knownDays) {
        int first = Arrays.stream(startDays).min().orElseThrow();
        int last = Arrays.stream(knownDays).max().orElseThrow();
        if (last - first < LEAST_DAYS) {
            throw new CannotTrainException(CannotTrainException.Reason.INSUFFICIENT_DATA,
                    "Insufficient data: the rows reach only from " + LocalDate.ofEpochDay(first) + " to "
                            + LocalDate.ofEpochDay(last) + ". Training needs at least 2 years of bars; download more.");
        }
    }

    private static void checkLabels(int[] labels, int classes) {
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] < 0 || labels[i] >= classes) {
                throw new CannotTrainException(CannotTrainException.Reason.BAD_LABEL, "Row " + i + " is labelled "
                        + labels[i] + ", labels go from 0 to " + (classes - 1) + ". Prepare the training data again.");
            }
        }
        if (Arrays.stream(labels).distinct().limit(2).count() < 2) {
            throw oneClass("All " + labels.length + " rows are labelled " + labels[0]);
        }
    }

    /// The failure of rows that are all alike.
    ///
    /// @param what which rows, the beginning of a sentence
    static CannotTrainException oneClass(String what) {
        return new CannotTrainException(CannotTrainException.Reason.ONE_CLASS,
                what + ": there is nothing to tell apart. Take a longer history or other sampling.");
    }

    private static void checkFeatures(FeatureMatrix features) {
        for (int column = 0; column < features.columns(); column++) {
            boolean any = false;
            for (int row = 0; row < features.rows(); row++) {
                float value = features.get(row, column);
                if (Float.isInfinite(value)) {
                    throw badFeature(features, column, "is infinite in row " + row);
                }
                any |= !Float.isNaN(value);
            }
            if (!any) {
                throw badFeature(features, column, "has no value in any row");
            }
        }
    }

    private static CannotTrainException badFeature(FeatureMatrix features, int column, String what) {
        return new CannotTrainException(CannotTrainException.Reason.BAD_FEATURE,
                "Feature " + features.names().get(column) + " " + what + ". Check the bars it is made of.");
    }
}
