package io.tidemark.pipeline;

import io.tidemark.history.BarManifest;
import java.util.List;
import java.util.Optional;

/// What a download has of option-implied volatility.
///
/// @param stored manifests of the symbols that have it, fetched now or before
/// @param note one sentence or two about the symbols for which none came; empty when it came for all
public record VolatilityReport(List<BarManifest> stored, Optional<String> note) {

    /// Keeps a copy.
    public VolatilityReport {
        stored = List.copyOf(stored);
    }

    /// Nothing was asked for, because a person has switched it off.
    static VolatilityReport off() {
        return new VolatilityReport(List.of(), Optional.of("Implied volatility is switched off in this workspace; "
                + "options get an estimate. Switch it on on the download pane (--implied-volatility on in the "
                + "terminal)."));
    }
}
