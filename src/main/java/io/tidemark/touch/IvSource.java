package io.tidemark.touch;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Where the implied volatilities of a symbol's options come from.
public enum IvSource {
    /// Daily bars of the symbol's option-implied volatility.
    REAL,
    /// An estimate from VIX (SPY) or from the symbol's own past volatility.
    PROXY;

    /// `real` or `proxy`, as manifests write it.
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
