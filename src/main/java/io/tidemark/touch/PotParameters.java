package io.tidemark.touch;

import io.tidemark.market.Symbol;
import io.tidemark.storage.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/// How a set was drawn, as the parameters of its manifest say it.
///
/// @param sampling with the densities that continue the set
/// @param ivSource how many of each symbol's implied volatilities are real
record PotParameters(PotSampling sampling, Map<Symbol, IvCounts> ivSource) {

    /// The parameters as a manifest takes them.
    Map<String, Object> asMap() {
        return Map.of("sampling", sampling, "ivSource", ivSource);
    }

    /// Understands the parameters of a manifest.
    ///
    /// @param manifest named when it is not understood
    /// @throws IOException when a parameter is absent or of another form
    static PotParameters parse(Path manifest, Map<String, Object> parameters) throws IOException {
        try {
            return Json.convert(parameters, PotParameters.class);
        } catch (IllegalArgumentException e) {
            throw new IOException(manifest + " does not say how the options were sampled: " + e.getMessage()
                    + ". Delete it to start a new set.", e);
        }
    }
}
