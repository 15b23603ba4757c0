package io.tidemark.gateway.tws;

import io.tidemark.gateway.GatewayEvents;
import io.tidemark.gateway.GatewayState;
import io.tidemark.gateway.wire.ServerMessage.Notice;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What TWS says about itself, as far as it belongs to no request: told, and turned into the gateway's state.
final class Conditions {
    private static final Logger LOG = LoggerFactory.getLogger(Conditions.class);
    private static final Pattern LAST_NUMBER = Pattern.compile("(\\d{2,5})\\D*$");

    private final GatewayEvents events;
    private final IntConsumer portChanged;
    private final Impairment impairment = new Impairment();
    private final CompletableFuture<Notice> obstacle = new CompletableFuture<>();
    private boolean opened;

    /// Conditions of a new session: nothing is known to be impaired.
    ///
    /// @param portChanged told the port that TWS moves to
    Conditions(GatewayEvents events, IntConsumer portChanged) {
        this.events = events;
        this.portChanged = portChanged;
    }

    /// Takes a notice in.
    ///
    /// @return whether requests under way have lost their answer by it
    boolean noticed(Notice notice) {
        var action = TwsCode.of(notice.code()).map(TwsCode::action).orElse(TwsCode.Action.TELL);
        if (action == TwsCode.Action.IGNORE) {
            LOG.debug("ignored: {}", notice);
            return false;
        }
        events.tell(each -> each.notice(notice.code(), notice.text()));
        switch (action) {
            case NEXT_CLIENT_ID, NEEDS_PERSON -> obstacle.complete(notice);
            case LINK_LOST -> impairment.linkLost(notice.text());
            case LINK_BACK -> impairment.linkBack();
            case FARM_BROKEN -> impairment.farmBroken(notice.text());
            case FARM_USABLE -> impairment.farmUsable();
            case MOVE_PORT -> lastNumber(notice.text()).ifPresent(portChanged::accept);
            default -> LOG.debug("told: {}", notice);
        }
        follow();
        return action == TwsCode.Action.LINK_LOST || action == TwsCode.Action.LINK_BACK;
    }

    /// Requests are taken from now on; the state follows the impairment.
    synchronized void open() {
        opened = true;
        follow();
    }

    /// What TWS can reach.
    Impairment impairment() {
        return impairment;
    }

    /// Completed when a notice told of something that stands in the way of starting.
    CompletableFuture<Notice> obstacle() {
        return obstacle;
    }

    private synchronized void follow() {
        if (opened) {
            events.moveIfPossible(impairment.isUsable() ? GatewayState.READY : GatewayState.IMPAIRED);
        }
    }

    private static Optional<Integer> lastNumber(String text) {
        Matcher matcher = LAST_NUMBER.matcher(text);
        return matcher.find() ? Optional.of(Integer.valueOf(matcher.group(1))) : Optional.empty();
    }
}
