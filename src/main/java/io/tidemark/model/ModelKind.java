package io.tidemark.model;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// The models that a bot uses.
public enum ModelKind {
    /// Tells the state of the market from a day's features.
    REGIME_CLASSIFIER("Regime classifier"),
    /// Tells how likely an option's strike is touched before it expires.
    PROBABILITY_OF_TOUCH("Probability of touch");

    private final String title;

    ModelKind(String title) {
        this.title = title;
    }

    /// The name a person reads.
    public String title() {
        return title;
    }

    /// How its files are called, without their ending: `regime_classifier`, `probability_of_touch`.
    @JsonValue
    public String fileName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
