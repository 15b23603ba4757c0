package io.tidemark.ui.screen;

import io.tidemark.gateway.GatewayState;
import io.tidemark.gateway.PacingUsage;
import java.time.Duration;

/// What a person reads about a gateway.
public final class GatewayWords {
    private GatewayWords() {
    }

    /// A state.
    public static String of(GatewayState state) {
        return switch (state) {
            case READY -> "Connected";
            case IMPAIRED -> "Connected, no market data";
            case CONNECTING -> "Connecting";
            case HANDSHAKING -> "Agreeing on a version";
            case STARTING -> "Opening the session";
            case DISCONNECTED, CLOSED -> "Not connected";
        };
    }

    /// How many requests were sent, and when the next one may follow.
    public static String of(PacingUsage usage) {
        String next = usage.nextSlotIn().isZero()
                ? "the next one at once"
                : "the next one in " + of(usage.nextSlotIn());
        return "%d of %d requests in %d min; %s".formatted(usage.used(), usage.budget(), usage.window().toMinutes(),
                next);
    }

    /// A wait, rounded up to seconds: `7 s`, `2 min 5 s`.
    public static String of(Duration wait) {
        long seconds = Math.max(0, (wait.toMillis() + 999) / 1000);
        return seconds < 60
                ? seconds + " s"
                : seconds / 60 + " min" + (seconds % 60 == 0 ? "" : " " + seconds % 60 + " s");
    }
}
