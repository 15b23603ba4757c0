package io.tidemark.regime;

/// One comparison within a rule, such as `VIX > 30`.
///
/// @param quantity what is measured
/// @param comparison how it is compared
/// @param bound with what, in the unit of the quantity
public record Condition(Quantity quantity, Comparison comparison, double bound) {

    /// How a quantity is compared with a bound. NaN fits none.
    public enum Comparison {
        /// Less than the bound.
        BELOW("<"),
        /// The bound or less.
        AT_MOST("<="),
        /// The bound or more.
        AT_LEAST(">="),
        /// More than the bound.
        ABOVE(">");

        private final String sign;

        Comparison(String sign) {
            this.sign = sign;
        }

        boolean holds(double value, double bound) {
            return switch (this) {
                case BELOW -> value < bound;
                case AT_MOST -> value <= bound;
                case AT_LEAST -> value >= bound;
                case ABOVE -> value > bound;
            };
        }
    }

    /// Whether it holds for a session.
    public boolean holds(RegimeInputs inputs) {
        return comparison.holds(quantity.of(inputs), bound);
    }

    /// The condition in words: `VIX > 30`.
    public String text() {
        return quantity.symbol() + " " + comparison.sign + " " + quantity.text(bound);
    }

    /// The condition with the session's number put in: `VIX 31.2 > 30`.
    public String text(RegimeInputs inputs) {
        String value = quantity.text(quantity.of(inputs), bound);
        return quantity.symbol() + " " + value + " " + comparison.sign + " " + quantity.text(bound);
    }
}
