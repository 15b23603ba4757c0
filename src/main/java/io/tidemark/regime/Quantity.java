package io.tidemark.regime;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// What a condition of a rule measures.
public enum Quantity {
    /// Close of VIX, index points.
    VIX("VIX"),
    /// Return of SPY over 20 sessions, a fraction.
    RETURN_20("return20"),
    /// The same without its sign.
    SIZE_OF_RETURN_20("|return20|"),
    /// Close of SPY less its 50-session average, USD.
    CLOSE_LESS_SMA_50("close - SMA50");

    private final String symbol;

    Quantity(String symbol) {
        this.symbol = symbol;
    }

    /// The value for a session.
    public double of(RegimeInputs inputs) {
        return switch (this) {
            case VIX -> inputs.vix();
            case RETURN_20 -> inputs.return20();
            case SIZE_OF_RETURN_20 -> Math.abs(inputs.return20());
            case CLOSE_LESS_SMA_50 -> inputs.close() - inputs.sma50();
        };
    }

    /// How rules write it.
    public String symbol() {
        return symbol;
    }

    /// A value in its unit, as short as it can be said: `30`, `14.25`, `-5 %`.
    public String text(double value) {
        return text(value, 2);
    }

    /// A value in its unit that is to stand beside a bound: as many digits as it takes to tell the two apart.
    public String text(double value, double bound) {
        String text = text(value, 2);
        return value != bound && text.equals(text(bound, 2)) ? text(value, 6) : text;
    }

    private String text(double value, int decimals) {
        boolean percent = this == RETURN_20 || this == SIZE_OF_RETURN_20;
        var number = new BigDecimal(percent ? 100 * value : value).setScale(decimals, RoundingMode.HALF_EVEN);
        String digits = number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        return digits + (percent ? " %" : "");
    }
}
