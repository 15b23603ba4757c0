package io.tidemark.regime;

/// How one number of a session would have to be for the session to get another regime, all else as it was.
///
/// @param reached what would have to hold, a bound of the rules
/// @param value the session's number
/// @param regime what the session would then be
/// @param usualDays how far it is, in usual moves of that number from one session to the next
public record RegimeFlip(Condition reached, double value, Regime regime, double usualDays) {

    /// How far the number is from the bound, signed: positive when it would have to rise. In its unit.
    public double distance() {
        return reached.bound() - value;
    }

    /// In words: `VIX < 15 (2.25 lower): Bull trending`.
    public String text() {
        Quantity quantity = reached.quantity();
        String far = quantity.text(Math.abs(distance()), 0.0) + (distance() < 0 ? " lower" : " higher");
        return reached.text() + " (" + far + "): " + regime.title();
    }
}
