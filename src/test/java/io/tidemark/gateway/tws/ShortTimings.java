package io.tidemark.gateway.tws;

import io.tidemark.gateway.RetrySchedule;
import java.time.Duration;

/// Deadlines short enough to wait for, long enough for a busy machine to answer in time.
final class ShortTimings {

    private ShortTimings() {
    }

    static TwsTimings get() {
        Duration answer = Duration.ofMillis(500);
        Duration pause = Duration.ofMillis(20);
        return new TwsTimings(
                new TwsTimings.Deadlines(Duration.ofSeconds(2), answer, answer, Duration.ofMillis(100), answer,
                        answer, Duration.ofMillis(200), answer),
                new TwsTimings.Pauses(Duration.ofMillis(150), pause, pause, pause, pause),
                RetrySchedule.immediate());
    }
}
