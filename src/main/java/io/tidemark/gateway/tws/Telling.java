package io.tidemark.gateway.tws;

import io.tidemark.gateway.GatewayEvents;
import io.tidemark.gateway.Severity;
import io.tidemark.gateway.wire.ServerMessage.Notice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/// Passes on what TWS says without being asked: to the listeners, and to the log as loudly as its code deserves.
final class Telling {
    private static final Logger LOG = LoggerFactory.getLogger(Telling.class);

    private Telling() {
    }

    /// Tells a notice.
    static void tell(Notice notice, GatewayEvents events) {
        var known = TwsCode.of(notice.code());
        Severity severity = known.map(TwsCode::severity).orElse(Severity.WARNING);
        LOG.atLevel(level(severity)).log("TWS {} ({}): {}",
                notice.code(), known.map(TwsCode::meaning).orElse("a code we do not know"), notice.text());
        events.tell(each -> each.notice(severity, notice.code(), notice.text()));
    }

    private static Level level(Severity severity) {
        return switch (severity) {
            case INFO -> Level.INFO;
            case WARNING -> Level.WARN;
            case ERROR -> Level.ERROR;
        };
    }
}
