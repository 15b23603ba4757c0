package io.tidemark.pipeline;

import io.tidemark.model.ModelKind;
import io.tidemark.model.RunRecord;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/// A run by the figures that runs are compared by; a figure that a run does not have is NaN.
///
/// @param run the run
/// @param champion whether a bot loads its model
/// @param figure honest accuracy of a regime classifier, honest R² of a probability of touch
/// @param low lower end of its 95 % interval
/// @param high upper end of it
/// @param naive the same figure of a random split
/// @param baseline the figure of what needs no model: the better of majority and persistence, or the closed form
/// @param ceiling the best R² that chance allows
public record RunRow(RunRecord run, boolean champion, double figure, double low, double high, double naive,
        double baseline, double ceiling) {
    private static final Comparator<RunRow> NEWEST_FIRST = Comparator.comparing(RunRow::createdAt)
            .thenComparingInt(row -> row.run().number()).reversed().thenComparing(RunRow::model);

    /// The row of a run.
    public static RunRow of(RunHistory.Entry entry) {
        return switch (entry.run().model()) {
            case REGIME_CLASSIFIER -> row(entry, "accuracy",
                    Math.max(metric(entry, "majority_accuracy"), orLeast(metric(entry, "persistence_accuracy"))));
            case PROBABILITY_OF_TOUCH -> row(entry, "r2", metric(entry, "baseline_r2"));
        };
    }

    private static RunRow row(RunHistory.Entry entry, String figure, double baseline) {
        return new RunRow(entry.run(), entry.champion(), metric(entry, figure), metric(entry, figure + "_low"),
                metric(entry, figure + "_high"), metric(entry, "naive_" + figure), baseline,
                metric(entry, figure + "_ceiling"));
    }

    private static double metric(RunHistory.Entry entry, String name) {
        return entry.run().manifest().training().metrics().getOrDefault(name, Double.NaN);
    }

    /// A figure that is not there must not win.
    private static double orLeast(double value) {
        return Double.isNaN(value) ? Double.NEGATIVE_INFINITY : value;
    }

    /// The rows of all runs, the newest first.
    public static List<RunRow> newestFirst(List<RunHistory.Entry> entries) {
        return entries.stream().map(RunRow::of).sorted(NEWEST_FIRST).toList();
    }

    /// A name that no other run of the workspace has: `regime_classifier/0007`.
    public String id() {
        return id(run);
    }

    /// The name of a run that no other run of its workspace has.
    public static String id(RunRecord run) {
        return run.model().fileName() + "/" + run.folder().getFileName();
    }

    /// Which model.
    public ModelKind model() {
        return run.model();
    }

    /// Sessions that its labels look ahead; 0 for labels of the day itself and for a probability of touch.
    public int horizon() {
        return run.manifest().training().parameters().get("horizon") instanceof Number number ? number.intValue() : 0;
    }

    /// When it was kept.
    public Instant createdAt() {
        return run.manifest().createdAt();
    }
}
