package io.tidemark.regime;

import io.tidemark.regime.Condition.Comparison;
import java.util.List;

/// The rules that give a session its regime, in order: the first that fits decides.
///
/// The last one has no condition, so every complete session gets a regime. That makes `LOW_VOL_NEUTRAL` a remainder,
/// which also catches days that are not calm at all; [Remainder] counts them.
public final class RegimeRules {
    private final RegimeThresholds thresholds;
    private final List<RegimeRule> inOrder;

    private RegimeRules(RegimeThresholds thresholds) {
        this.thresholds = thresholds;
        this.inOrder = List.of(stress(thresholds), bear(thresholds), choppy(thresholds), bull(thresholds),
                new RegimeRule("remainder", Regime.LOW_VOL_NEUTRAL, List.of()));
    }

    /// The rules with their default thresholds.
    public static RegimeRules defaults() {
        return new RegimeRules(RegimeThresholds.defaults());
    }

    /// The rules with thresholds of one's own.
    public static RegimeRules of(RegimeThresholds thresholds) {
        return new RegimeRules(thresholds);
    }

    /// The numbers in the rules.
    public RegimeThresholds thresholds() {
        return thresholds;
    }

    /// The rules, the first to be asked first.
    public List<RegimeRule> inOrder() {
        return inOrder;
    }

    /// The regime of a session and the rule that gave it.
    ///
    /// @throws IllegalArgumentException when a number is NaN: such a session has no regime
    public RuleHit classify(double vix, double return20, double close, double sma50) {
        return classify(new RegimeInputs(vix, return20, close, sma50));
    }

    /// The regime of a session and the rule that gave it.
    ///
    /// @throws IllegalArgumentException when a number is NaN: such a session has no regime
    public RuleHit classify(RegimeInputs inputs) {
        if (!inputs.areComplete()) {
            throw new IllegalArgumentException("a session without all its numbers has no regime: " + inputs);
        }
        return new RuleHit(firstFit(inputs), inputs);
    }

    /// The first rule that fits a complete session.
    RegimeRule firstFit(RegimeInputs inputs) {
        for (RegimeRule rule : inOrder) {
            if (rule.fits(inputs)) {
                return rule;
            }
        }
        throw new IllegalStateException("the last rule fits every session");
    }

    private static RegimeRule stress(RegimeThresholds at) {
        return new RegimeRule("extreme-stress", Regime.EXTREME_STRESS,
                List.of(new Condition(Quantity.VIX, Comparison.ABOVE, at.extremeVix())));
    }

    private static RegimeRule bear(RegimeThresholds at) {
        return new RegimeRule("bear-trend", Regime.BEAR_TRENDING,
                List.of(new Condition(Quantity.VIX, Comparison.AT_LEAST, at.bearVix()),
                        new Condition(Quantity.VIX, Comparison.AT_MOST, at.extremeVix()),
                        new Condition(Quantity.RETURN_20, Comparison.BELOW, at.bearReturn())));
    }

    private static RegimeRule choppy(RegimeThresholds at) {
        return new RegimeRule("high-volatility", Regime.HIGH_VOL_NEUTRAL,
                List.of(new Condition(Quantity.VIX, Comparison.ABOVE, at.choppyVix()),
                        new Condition(Quantity.SIZE_OF_RETURN_20, Comparison.BELOW, at.choppyReturn())));
    }

    private static RegimeRule bull(RegimeThresholds at) {
        return new RegimeRule("bull-trend", Regime.BULL_TRENDING,
                List.of(new Condition(Quantity.VIX, Comparison.BELOW, at.bullVix()),
                        new Condition(Quantity.RETURN_20, Comparison.ABOVE, at.bullReturn()),
                        new Condition(Quantity.CLOSE_LESS_SMA_50, Comparison.ABOVE, 0)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RegimeRules rules && thresholds.equals(rules.thresholds);
    }

    @Override
    public int hashCode() {
        return thresholds.hashCode();
    }

    @Override
    public String toString() {
        return thresholds.toString();
    }
}
