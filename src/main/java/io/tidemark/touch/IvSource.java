package io.tidemark.touch;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Where the implied volatility of an option comes from.
public enum IvSource {
    /// A daily bar of the symbol's option-implied volatility, or the quote of the option itself.
    REAL,
    /// An estimate from VIX (SPY) or from the symbol's own past volatility.
    PROXY;

    /// `real` or `proxy`, as manifests and samples write it.
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The source that is written as `text`.
    ///
    /// @throws IllegalArgumentException when it is neither
    static IvSource of(String text) {
        return switch (text) {
            case "real" -> REAL;
            case "proxy" -> PROXY;
            default -> throw new IllegalArgumentException("'" + text + "' is neither real nor proxy");
        };
    }
}
