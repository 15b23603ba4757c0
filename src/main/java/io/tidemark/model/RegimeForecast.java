package io.tidemark.model;

import io.tidemark.regime.Regime;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// What the regime classifier says of one session.
///
/// @param regime the likeliest, the first of equals
/// @param probabilities of every regime, 0 to 1, in order of [Regime#id()]
public record RegimeForecast(Regime regime, Map<Regime, Double> probabilities) {

    /// Keeps a copy.
    public RegimeForecast {
        probabilities = Collections.unmodifiableMap(new EnumMap<>(probabilities));
    }

    /// The forecast from a probability for each id.
    static RegimeForecast of(float[] byId) {
        var probabilities = new EnumMap<Regime, Double>(Regime.class);
        for (int id = 0; id < byId.length; id++) {
            probabilities.put(Regime.of(id), (double) byId[id]);
        }
        return new RegimeForecast(Regime.of(RegimeClassifier.likeliest(byId, byId.length)[0]), probabilities);
    }

    /// The probability of the likeliest regime.
    public double probability() {
        return probabilities.getOrDefault(regime, Double.NaN);
    }
}
