package io.tidemark.regime;

import java.util.List;

/// The five states of the market.
///
/// Ids are part of every file and model and never change; the order here is theirs.
public enum Regime {
    /// Calm and rising.
    BULL_TRENDING(0, "BU", "Bull trending"),
    /// Nervous and falling.
    BEAR_TRENDING(1, "BE", "Bear trending"),
    /// Nervous without direction.
    HIGH_VOL_NEUTRAL(2, "HV", "High volatility, neutral"),
    /// Everything that no other rule names.
    LOW_VOL_NEUTRAL(3, "LV", "Low volatility, neutral"),
    /// Panic, whatever the direction.
    EXTREME_STRESS(4, "ES", "Extreme stress");

    private static final List<Regime> BY_ID = List.of(values());

    private final int id;
    private final String code;
    private final String title;

    Regime(int id, String code, String title) {
        this.id = id;
        this.code = code;
        this.title = title;
    }

    /// The regime with the given id.
    ///
    /// @throws IllegalArgumentException when there is none
    public static Regime of(int id) {
        if (id < 0 || id >= BY_ID.size()) {
            throw new IllegalArgumentException("there is no regime " + id + ", only 0 to " + (BY_ID.size() - 1));
        }
        return BY_ID.get(id);
    }

    /// How many there are; class ids run from 0 to one below.
    public static int count() {
        return BY_ID.size();
    }

    /// The class id in labels and models.
    public int id() {
        return id;
    }

    /// Two letters that stand for it where there is no room, or no colour.
    public String code() {
        return code;
    }

    /// Its name for people.
    public String title() {
        return title;
    }
}
