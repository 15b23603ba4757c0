package io.tidemark.gateway.tws;

import io.tidemark.gateway.GatewayEvents;
import io.tidemark.gateway.GatewayState;
import io.tidemark.gateway.wire.ServerMessage.Notice;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
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
    private final Consumer<String> cutOff;
    private final Impairment impairment = new Impairment();
    private final CompletableFuture<Notice> obstacle = new CompletableFuture<>();
    private boolean opened;

    /// Conditions of a new session: nothing is known to be impaired.
    ///
    /// @param portChanged told the port that TWS moves to
    /// @param cutOff told when requests under way have lost their answer, with TWS's words
    Conditions(GatewayEvents events, IntConsumer portChanged, Consumer<String> cutOff) {
        this.events = events;
        this.portChanged = portChanged;
        this.cutOff = cutOff;
    }

    /// Takes a notice in.
    void noticed(Notice notice) {
        var action = TwsCode.of(notice.code()).map(TwsCode::action).orElse(TwsCode.Action.TELL);
        if (action == TwsCode.Action.IGNORE) {
            LOG.debug("ignored: {}", notice);
            return;
        }
        Telling.tell(notice, events);
        switch (action) {
            case NEXT_CLIENT_ID, NEEDS_PERSON -> obstacle.complete(notice);
            case LINK_LOST -> {
                // impaired first: what is asked again has to wait
                impairment.linkLost(notice.text());
                follow();
                cutOff.accept(notice.text());
            }
            case LINK_BACK -> {
                // in this order: what is asked from now on will be answered
                cutOff.accept(notice.text());
                impairment.linkBack();
            }
            case FARM_BROKEN -> impairment.farmBroken(notice.text());
            case FARM_USABLE -> impairment.farmUsable();
            case MOVE_PORT -> lastNumber(notice.text()).ifPresent(portChanged::accept);
            default -> {
                // told, which is all
            }
        }
        follow();
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
