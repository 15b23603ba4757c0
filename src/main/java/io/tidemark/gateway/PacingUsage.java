package io.tidemark.gateway;

import java.time.Duration;

/// How much of the historical-data budget is used, for a meter.
///
/// @param used requests counted in the rolling window
/// @param budget most requests in the window
/// @param window length of the window
/// @param nextSlotIn how long until another request may be sent, zero when at once
public record PacingUsage(int used, int budget, Duration window, Duration nextSlotIn) {

    /// Requests left in the window.
    public int left() {
        return budget - used;
    }
}
