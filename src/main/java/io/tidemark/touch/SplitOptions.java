package io.tidemark.touch;

import io.tidemark.dataset.DatasetManifest;
import java.util.Map;

/// What became of the real options that were quoted before a split, whose strikes no longer are what the bars are.
///
/// @param restated strikes and prices divided by the ratio of the splits since, which is known and exact
/// @param leftOut not in the set, because nothing tells by what they would have to be divided
public record SplitOptions(int restated, int leftOut) {
    /// No split has touched any.
    public static final SplitOptions NONE = new SplitOptions(0, 0);
    private static final String RESTATED = "realOptionsRestated";
    private static final String LEFT_OUT = "realOptionsLeftOut";

    /// What the manifest of a set tells; none where it does not.
    public static SplitOptions of(DatasetManifest manifest) {
        Map<String, Object> parameters = manifest.origin().parameters();
        return new SplitOptions(number(parameters, RESTATED), number(parameters, LEFT_OUT));
    }

    private static int number(Map<String, Object> parameters, String name) {
        return parameters.get(name) instanceof Number number ? number.intValue() : 0;
    }

    /// These and others together.
    public SplitOptions plus(SplitOptions others) {
        return new SplitOptions(restated + others.restated, leftOut + others.leftOut);
    }

    /// For the manifest of a set.
    public Map<String, Object> asMap() {
        return Map.of(RESTATED, restated, LEFT_OUT, leftOut);
    }

    /// In words for a person; empty when there is nothing to tell.
    public String sentence() {
        String stayed = restated == 0
                ? ""
                : "%,d real options are from before a split: strike and price are divided by its ratio.".formatted(
                        restated);
        String gone = leftOut == 0
                ? ""
                : "%,d real options are left out: the price of their day is not that of the bars, as before a split of "
                        .formatted(leftOut) + "which no exact ratio is known.";
        return (stayed + " " + gone).strip();
    }
}
