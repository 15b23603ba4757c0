package io.tidemark.ui.screen;

import io.tidemark.gateway.Severity;
import java.time.Instant;

/// A line of the gateway's log.
///
/// @param time when it was said
/// @param severity how bad it is
/// @param code TWS code, 0 when the words are ours
/// @param text what was said, or what happened
public record GatewayMessage(Instant time, Severity severity, int code, String text) {

    /// Whether it says `words`, in text or code, in any case of letters.
    public boolean says(String words) {
        String wanted = words.strip().toLowerCase(java.util.Locale.ROOT);
        return text.toLowerCase(java.util.Locale.ROOT).contains(wanted) || String.valueOf(code).equals(wanted);
    }
}
