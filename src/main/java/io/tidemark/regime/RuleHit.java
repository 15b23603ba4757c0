package io.tidemark.regime;

/// Why a session has its regime: the first rule that fitted, with the numbers it looked at.
///
/// @param rule the rule that fired
/// @param inputs the session's numbers
public record RuleHit(RegimeRule rule, RegimeInputs inputs) {

    /// The regime that the rule says.
    public Regime regime() {
        return rule.regime();
    }

    /// The rule with the numbers put in: `VIX 31.2 > 30`.
    public String text() {
        return rule.text(inputs);
    }
}
