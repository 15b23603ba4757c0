package io.tidemark.history;

import io.tidemark.market.DataSource;
import java.time.Instant;

/// Where and how a symbol's bars were got.
///
/// @param source gateway, demo market or folder
/// @param whatToShow the series asked for, in IBKR's words, such as `TRADES`
/// @param regularHours whether only regular trading hours count
/// @param volumeUnit what one unit of volume is
/// @param fetchedAt when they arrived, by the clock of the source; bars that were not final then are never stored
public record Provenance(DataSource source, String whatToShow, boolean regularHours, VolumeUnit volumeUnit,
        Instant fetchedAt) {}
