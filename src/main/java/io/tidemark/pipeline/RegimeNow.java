package io.tidemark.pipeline;

import io.tidemark.market.DataSource;
import io.tidemark.model.RegimeForecast;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the regime model in use says at the close of the last stored session.
///
/// @param session the session
/// @param source whose bars were read
/// @param run number of the run that made the model
/// @param horizon sessions from that one to the one that the forecast is about; 0 for the same
/// @param forecast what it says
/// @param features what it says it of, by name in the model's order
/// @param outside names of those beyond anything that the model has learned from: there it answers as at the edge
public record RegimeNow(LocalDate session, DataSource source, int run, int horizon, RegimeForecast forecast,
        Map<String, Float> features, List<String> outside) {

    /// Keeps copies.
    public RegimeNow {
        features = Collections.unmodifiableMap(new LinkedHashMap<>(features));
        outside = List.copyOf(outside);
    }
}
