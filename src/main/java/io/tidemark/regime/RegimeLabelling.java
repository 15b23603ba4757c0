package io.tidemark.regime;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// How sessions are labelled to learn from.
///
/// @param rules the rules
/// @param horizon a row's label is that of the session so many sessions later, 0 to 60; 0 is its own
/// @param overrides regimes that a person put in place of the rules' answer, by session date
public record RegimeLabelling(RegimeRules rules, int horizon, SortedMap<LocalDate, Regime> overrides) {
    private static final int MOST_AHEAD = 60;

    /// Keeps a copy and checks the range.
    public RegimeLabelling {
        if (horizon < 0 || horizon > MOST_AHEAD) {
            throw new IllegalArgumentException(
                    "a label can be 0 to " + MOST_AHEAD + " sessions ahead, not " + horizon);
        }
        overrides = Collections.unmodifiableSortedMap(new TreeMap<>(overrides));
    }

    /// By rules alone.
    public static RegimeLabelling of(RegimeRules rules, int horizon) {
        return new RegimeLabelling(rules, horizon, new TreeMap<>());
    }

    /// The same with overrides.
    public RegimeLabelling with(Map<LocalDate, Regime> put) {
        return new RegimeLabelling(rules, horizon, new TreeMap<>(put));
    }
}
