package io.tidemark.regime;

import java.util.List;
import java.util.stream.Collectors;

/// A named rule: the regime of a session for which all conditions hold. Without conditions it always fits.
///
/// @param name what it is called, `extreme-stress`
/// @param regime what it says
/// @param conditions all of which must hold
public record RegimeRule(String name, Regime regime, List<Condition> conditions) {

    /// Keeps a copy.
    public RegimeRule {
        conditions = List.copyOf(conditions);
    }

    /// Whether the rule fits a session.
    public boolean fits(RegimeInputs inputs) {
        for (Condition condition : conditions) {
            if (!condition.holds(inputs)) {
                return false;
            }
        }
        return true;
    }

    /// Whether this is the rule for what no other rule names.
    public boolean isRemainder() {
        return conditions.isEmpty();
    }

    /// The conditions in words: `VIX < 15 and return20 > 3 % and close - SMA50 > 0`.
    public String text() {
        return isRemainder()
                ? "no other rule fits"
                : conditions.stream().map(Condition::text).collect(Collectors.joining(" and "));
    }

    /// The conditions in words, with the session's numbers put in.
    public String text(RegimeInputs inputs) {
        return isRemainder()
                ? "no other rule fits"
                : conditions.stream().map(condition -> condition.text(inputs)).collect(Collectors.joining(" and "));
    }
}
