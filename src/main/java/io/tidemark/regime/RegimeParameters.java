package io.tidemark.regime;

import io.tidemark.dataset.DatasetManifest;
import io.tidemark.storage.Json;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/// How a regime training set was made, as the parameters of its manifest say it.
///
/// @param horizon sessions that the label looks ahead
/// @param thresholds the numbers in the rules
/// @param overrides regimes that a person put in place of the rules' answer
/// @param leftOut the sessions without a row
/// @param holes number of sessions that the rules' holes swallowed
public record RegimeParameters(int horizon, RegimeThresholds thresholds, SortedMap<LocalDate, Regime> overrides,
        RegimeDataset.LeftOut leftOut, Holes holes) {

    /// The sizes of the holes; the dates are in [Remainder].
    ///
    /// @param reliefRallies sessions of high VIX and a large rise
    /// @param uneasy sessions of middling VIX without a fall
    public record Holes(int reliefRallies, int uneasy) {}

    /// Keeps a copy; a part that is missing is refused.
    public RegimeParameters {
        Objects.requireNonNull(thresholds, "thresholds");
        Objects.requireNonNull(leftOut, "leftOut");
        Objects.requireNonNull(holes, "holes");
        overrides = Collections.unmodifiableSortedMap(new TreeMap<>(Objects.requireNonNull(overrides, "overrides")));
    }

    /// Understands the manifest of a regime training set.
    ///
    /// @throws IOException when it is that of something else
    public static RegimeParameters of(DatasetManifest manifest) throws IOException {
        try {
            return Json.convert(manifest.origin().parameters(), RegimeParameters.class);
        } catch (IllegalArgumentException e) {
            throw new IOException("the manifest does not say how the days were labelled: " + e.getMessage()
                    + ". Prepare the training data again.", e);
        }
    }

    /// How the rows were labelled, to label more of them the same way.
    public RegimeLabelling labelling() {
        return new RegimeLabelling(RegimeRules.of(thresholds), horizon, overrides);
    }

    /// The parameters as a manifest takes them.
    Map<String, Object> asMap() {
        return Map.of("horizon", horizon, "thresholds", thresholds, "overrides", overrides, "leftOut", leftOut,
                "holes", holes);
    }
}
