package io.tidemark.gateway;

import java.time.Duration;
import java.util.List;

/// How often and after which pauses a failed request is tried again.
///
/// Every pause is lengthened by a random part, so that several clients that lost the same server do not come back in
/// step; it is never shortened, because TWS counts from the first second.
///
/// @param reconnects pauses before the first, second ... attempt after a lost connection
/// @param pacedFactors what the pause that the gateway asks for is multiplied by, the first, second ... time
/// @param timeouts pauses before the first, second ... attempt after a missed deadline
/// @param jitter most that a pause is lengthened, as a fraction of it
public record RetrySchedule(List<Duration> reconnects, List<Integer> pacedFactors, List<Duration> timeouts,
        double jitter) {

    /// Keeps copies.
    public RetrySchedule {
        reconnects = List.copyOf(reconnects);
        pacedFactors = List.copyOf(pacedFactors);
        timeouts = List.copyOf(timeouts);
        if (!(jitter >= 0)) {
            throw new IllegalArgumentException("jitter must be at least 0, not " + jitter);
        }
    }

    /// For TWS: a restart is over after about two minutes; a pacing complaint of 60 s is followed by 120 s and 300 s.
    public static RetrySchedule tws() {
        return new RetrySchedule(seconds(2, 5, 10, 30, 60), List.of(1, 2, 5), seconds(2), 0.2);
    }

    /// As often as for TWS but without a pause, for tests and the demo gateway in this process.
    public static RetrySchedule immediate() {
        return new RetrySchedule(seconds(0, 0, 0, 0, 0), List.of(0, 0, 0), seconds(0), 0);
    }

    /// Most attempts at one request: each kind of failure used up, and the first attempt.
    int mostAttempts() {
        return 1 + reconnects.size() + pacedFactors.size() + timeouts.size();
    }

    private static List<Duration> seconds(int... each) {
        return java.util.Arrays.stream(each).mapToObj(Duration::ofSeconds).toList();
    }
}
