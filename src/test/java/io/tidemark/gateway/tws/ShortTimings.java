package io.tidemark.gateway.tws;

import io.tidemark.gateway.RetrySchedule;
import java.time.Duration;

/// Deadlines short enough to wait for, long enough for a busy machine to answer in time.
final class ShortTimings {
    private static final Duration ANSWER = Duration.ofMillis(500);

    private ShortTimings() {
    }

    static TwsTimings get() {
        return withImpaired(ANSWER);
    }

    /// The same, but with more patience while TWS is cut off from IBKR.
    static TwsTimings withImpaired(Duration impaired) {
        Duration pause = Duration.ofMillis(20);
        return new TwsTimings(
                new TwsTimings.Deadlines(Duration.ofSeconds(2), ANSWER, ANSWER, Duration.ofMillis(100), ANSWER,
                        ANSWER, Duration.ofMillis(200), impaired),
                new TwsTimings.Pauses(Duration.ofMillis(150), pause, pause, pause, pause),
                RetrySchedule.immediate());
    }
}
