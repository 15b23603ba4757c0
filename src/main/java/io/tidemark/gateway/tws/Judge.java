package io.tidemark.gateway.tws;

import io.tidemark.gateway.FetchResult;
import io.tidemark.gateway.FetchResult.NoData;
import io.tidemark.gateway.FetchResult.Paced;
import io.tidemark.gateway.FetchResult.Refused;
import io.tidemark.gateway.FetchResult.TimedOut;
import io.tidemark.gateway.GatewayEvents;
import io.tidemark.gateway.Pacer;
import io.tidemark.gateway.Retries.Attempt;
import io.tidemark.gateway.wire.ServerMessage.Notice;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/// Decides what a notice about one of our requests means for that request.
///
/// One judge sees all attempts at one request: a trouble of unknown kind is worth one more attempt, not two.
final class Judge {
    private final GatewayEvents events;
    private final Pacer pacer;
    private final TwsTimings.Pauses pauses;
    private final Clock clock;
    private boolean hadOddTrouble;

    Judge(GatewayEvents events, Pacer pacer, TwsTimings.Pauses pauses, Clock clock) {
        this.events = events;
        this.pacer = pacer;
        this.pauses = pauses;
        this.clock = clock;
    }

    /// How a notice ends a request.
    ///
    /// @param what what was asked for, for people
    /// @return the end, or empty when the request goes on
    Optional<Attempt> judge(Notice notice, String what) {
        // A code that the table does not know ends our request: waiting for more would end in a missed deadline that
        // hides the cause.
        var action = TwsCode.of(notice.code()).map(TwsCode::action).orElse(TwsCode.Action.REFUSE);
        return switch (action) {
            case IGNORE, TELL -> {
                Telling.tell(notice, events);
                yield Optional.empty();
            }
            case REFUSE -> Optional.of(refused(notice));
            case REFUSE_OUTSIDE_RESET -> Optional.of(refusedOutsideReset(notice));
            case READ_TEXT -> Optional.of(readText(notice, what));
            case ASK_AGAIN -> Optional.of(dropped(notice, what));
            case SLOW_DOWN -> Optional.of(slowDown(notice));
            // These speak of the connection; about a request they decide nothing.
            case NEXT_CLIENT_ID, NEEDS_PERSON, LINK_LOST, LINK_BACK, FARM_BROKEN, FARM_USABLE, MOVE_PORT -> {
                Telling.tell(notice, events);
                yield Optional.empty();
            }
        };
    }

    private static Attempt refused(Notice notice) {
        String advice = TwsCode.of(notice.code()).map(TwsCode::advice)
                .orElse("Read TWS's own words; IBKR's API pages explain the code.");
        return Attempt.of(new Refused(notice.code(), notice.text(), advice));
    }

    private Attempt refusedOutsideReset(Notice notice) {
        Duration left = ResetWindow.left(clock.instant());
        if (left.isZero()) {
            return refused(notice);
        }
        return Attempt.of(new Paced(left, notice.text(),
                "IBKR's nightly reset is running; wait for its end, when the request is sent again."));
    }

    private Attempt readText(Notice notice, String what) {
        var trouble = HistoryTrouble.of(notice.text());
        String advice = trouble.advice(notice.text());
        FetchResult result = switch (trouble) {
            case NO_DATA -> new NoData(notice.text());
            case PACING -> {
                pacer.holdOff(pauses.pacing());
                yield new Paced(pauses.pacing(), notice.text(), advice);
            }
            case CANCELLED -> new TimedOut(what + ": TWS gave the query up", Duration.ZERO, advice);
            case NO_PERMISSION, OTHER_ADDRESS, BAD_QUESTION -> new Refused(notice.code(), notice.text(), advice);
            case OTHER -> odd(notice, advice);
        };
        return Attempt.of(result);
    }

    private FetchResult odd(Notice notice, String advice) {
        boolean again = hadOddTrouble;
        hadOddTrouble = true;
        return again
                ? new Refused(notice.code(), notice.text(), advice)
                : new Paced(pauses.oddTrouble(), notice.text(), advice);
    }

    private static Attempt dropped(Notice notice, String what) {
        return Attempt.of(new TimedOut(what + ": TWS dropped the request (" + notice.text() + ")", Duration.ZERO,
                "Try again; if TWS drops it again, restart TWS."));
    }

    private Attempt slowDown(Notice notice) {
        pacer.slowDown();
        pacer.holdOff(pauses.tooFast());
        return Attempt.of(new Paced(pauses.tooFast(), notice.text(), TwsCode.MESSAGE_RATE.advice()));
    }
}
