package io.tidemark.touch;

import java.util.Locale;

/// Where an option of a training set comes from.
public enum OptionOrigin {
    /// Drawn by chance on daily bars.
    SAMPLED,
    /// Quoted on an exchange and seen in a snapshot of its chain.
    REAL;

    /// `sampled` or `real`.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The origin that is written as `text`.
    ///
    /// @throws IllegalArgumentException when it is neither
    static OptionOrigin of(String text) {
        return switch (text) {
            case "sampled" -> SAMPLED;
            case "real" -> REAL;
            default -> throw new IllegalArgumentException("'" + text + "' is neither sampled nor real");
        };
    }
}
