package io.tidemark.gateway;

import java.time.Duration;

/// How fast requests for bars may follow each other.
///
/// @param budget most requests in any window, at least 1
/// @param window length of the rolling window
/// @param identical least time between two identical requests
/// @param gap least time between any two requests
public record PacingPolicy(int budget, Duration window, Duration identical, Duration gap) {

    /// Checks the values.
    public PacingPolicy {
        if (budget < 1 || window.isNegative() || identical.isNegative() || gap.isNegative()) {
            throw new IllegalArgumentException("a pacing policy needs a budget of at least 1 and no negative times");
        }
    }

    /// Below the documented limits of TWS: 60 requests in 10 minutes, identical ones 15 s apart.
    public static PacingPolicy tws() {
        return new PacingPolicy(50, Duration.ofMinutes(10), Duration.ofSeconds(16), Duration.ofSeconds(1));
    }

    /// No limits, for the demo gateway in this process.
    public static PacingPolicy none() {
        return new PacingPolicy(Integer.MAX_VALUE, Duration.ZERO, Duration.ZERO, Duration.ZERO);
    }
}
