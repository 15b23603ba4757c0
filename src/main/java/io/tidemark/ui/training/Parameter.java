package io.tidemark.ui.training;

import java.util.Locale;

/// What a person may set before a training.
enum Parameter {
    /// Most rounds.
    ROUNDS("Most rounds", 1, 2000, true, "Trees grown at most; early stopping usually ends sooner."),
    /// Learning rate.
    ETA("Learning rate (eta)", 0.001, 1, false,
            "Share of each round's step that is kept. Smaller steps want more rounds."),
    /// Depth of trees.
    DEPTH("Depth", 1, 12, true, "Most splits on the way to a leaf. Deeper trees know more rows by heart."),
    /// Least weight of a leaf.
    MIN_CHILD_WEIGHT("Min child weight", 0, 1000, false, "Least weight of the rows in a leaf. Higher is smoother."),
    /// Share of rows.
    SUBSAMPLE("Subsample", 0.05, 1, false, "Share of the rows that each tree sees."),
    /// Share of columns.
    COLUMN_SAMPLE("Column sample", 0.05, 1, false, "Share of the features that each tree sees."),
    /// Penalty on leaves.
    LAMBDA("Lambda", 0, 1000, false, "Penalty on large answers of a leaf. Higher is smoother."),
    /// Early stopping.
    PATIENCE("Stop after", 1, 500, true, "Rounds without a gain on later days after which growing stops."),
    /// Seed of the draws.
    SEED("Seed", 0, Integer.MAX_VALUE, true, "The same data, parameters and seed give the same model, byte for byte."),
    /// Sessions ahead.
    HORIZON("Horizon", 0, 60, true, "Sessions that the label looks ahead. At 0 the model repeats the rule of the day: "
            + "fidelity. Above 0 it foretells: skill. Another horizon labels the days anew first, and "
            + "its model answers another question than the champion: put it in use never to only measure it.");

    private final String title;
    private final double least;
    private final double most;
    private final boolean whole;
    private final String explanation;

    Parameter(String title, double least, double most, boolean whole, String explanation) {
        this.title = title;
        this.least = least;
        this.most = most;
        this.whole = whole;
        this.explanation = explanation;
    }

    /// The name a person reads.
    String title() {
        return title;
    }

    /// What it does.
    String explanation() {
        return explanation;
    }

    /// What is wrong with a text, or an empty text.
    String problem(String text) {
        try {
            double value = Double.parseDouble(text.strip());
            if (value >= least && value <= most && (!whole || value == Math.rint(value))) {
                return "";
            }
        } catch (NumberFormatException e) {
            // said below
        }
        return (whole ? "Whole number, " : "") + text(least) + " to " + text(most) + ".";
    }

    /// The value of a text without a problem.
    double value(String text) {
        return Double.parseDouble(text.strip());
    }

    /// A value as it is typed.
    static String text(double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%.0f", value) : Double.toString(value);
    }
}
