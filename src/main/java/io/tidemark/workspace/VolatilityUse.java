package io.tidemark.workspace;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/// Whether a workspace downloads and uses the options' implied volatility.
///
/// @param on whether it does
/// @param until when it does not: the last day on which options still start with what is stored, because a set had been
///        made with it; empty when there was none
public record VolatilityUse(boolean on, Optional<LocalDate> until) {
    /// What holds until a person says otherwise.
    public static final VolatilityUse ON = new VolatilityUse(true, Optional.empty());

    /// An absent date is none.
    public VolatilityUse {
        until = Objects.requireNonNullElse(until, Optional.empty());
    }

    /// Off, but for options that start by a day.
    public static VolatilityUse offSince(Optional<LocalDate> until) {
        return new VolatilityUse(false, until);
    }

    /// The last day on which options start with what is stored; empty when there is none.
    public Optional<LocalDate> lastDay() {
        return on ? Optional.of(LocalDate.MAX) : until;
    }
}
