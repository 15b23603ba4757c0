package io.tidemark.gateway.demo;

import io.tidemark.gateway.wire.ClientMessage.HistoricalDataRequest;
import io.tidemark.gateway.wire.ServerMessage;
import io.tidemark.gateway.wire.ServerMessage.Notice;
import io.tidemark.market.Symbol;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Brings the answers about bars to one client, or fails to, as the fault plan says. Thread-safe.
final class HistoryDelivery {
    private static final Duration LINK_PAUSE = Duration.ofSeconds(1);
    private static final String ZONE_MISSING = "Warning: You submitted request with date-time attributes without "
            + "explicit time zone. Please switch to use yyyymmdd-hh:mm:ss in UTC or use instrument time zone, like "
            + "US/Eastern. Implied time zone functionality will be removed in the next API release";

    private final DemoServices services;
    private final ClientOutput out;
    private final Later later;
    private final Runnable hangUp;
    /// Ids of requests that are not answered yet, or need to be cancelled.
    private final Set<Integer> open = ConcurrentHashMap.newKeySet();
    private volatile boolean farmBroken;
    private volatile boolean linkLost;

    /// @param hangUp ends the connection
    HistoryDelivery(DemoServices services, ClientOutput out, Later later, Runnable hangUp) {
        this.services = services;
        this.out = out;
        this.later = later;
        this.hangUp = hangUp;
    }

    /// Marks an id as used by a request that stays open; false when it is used already.
    boolean open(int requestId) {
        return open.add(requestId);
    }

    /// Marks an id as free again; false when it was not used.
    boolean close(int requestId) {
        return open.remove(requestId);
    }

    /// The history farm is broken for a while.
    void breakFarm(Duration pause) {
        farmBroken = true;
        later.after(pause, () -> {
            farmBroken = false;
            say(Notice.general(2106, "HMDS data farm connection is OK:ushmds"));
        });
    }

    /// Answers a request for bars of a listing, well or badly.
    void answer(HistoricalDataRequest request, Listing listing) throws IOException {
        var symbol = listing.symbol();
        if (farmBroken || linkLost || struck(FaultKind.NO_ANSWER, "bars", symbol)) {
            return;
        }
        var lost = services.plan().strike(FaultKind.LINK_LOST, symbol);
        if (lost.isPresent()) {
            loseLink(lost.get());
            return;
        }
        var refusal = fail(symbol).or(() -> HistoryChecks.check(request, listing));
        if (refusal.isPresent()) {
            close(request.requestId());
            out.send(refusal.get().about(request.requestId()));
            return;
        }
        var delay = services.plan().strike(FaultKind.DELAY, symbol);
        if (delay.isPresent()) {
            later.after(delay.get().pause(), () -> deliverLate(request, listing));
        } else {
            deliver(request, listing);
        }
    }

    private boolean struck(FaultKind kind, String argument, Symbol symbol) {
        return services.plan().strike(kind, argument, symbol).isPresent();
    }

    private Optional<Refusal> fail(Symbol symbol) {
        return services.plan().strike(FaultKind.HISTORY_ERROR, symbol).map(fault -> historyError(fault, symbol))
                .or(() -> services.plan().strike(FaultKind.INVALID, symbol)
                        .map(fault -> Refusal.invalid("Invalid request, as ordered")));
    }

    private Refusal historyError(Fault fault, Symbol symbol) {
        return switch (fault.argument()) {
            case "pacing" -> Refusal.history("Historical data request pacing violation");
            case "no-data" -> Refusal.history("HMDS query returned no data: " + symbol + "@SMART Trades");
            case "cancelled" -> Refusal.history("API historical data query cancelled: 0");
            case "permissions" -> Refusal.history("No market data permissions for ISLAND STK. Requested market data "
                    + "requires additional subscription for API. See link in 'Market Data Connections' dialog");
            case "other-session" ->
                Refusal.history("Trading TWS session is connected from a different IP address");
            case "step" -> Refusal.history("invalid step: 1 day");
            default -> Refusal.history("Time length exceed max.");
        };
    }

    private void loseLink(Fault fault) throws IOException {
        linkLost = true;
        out.send(Notice.general(1100, "Connectivity between IBKR and Trader Workstation has been lost."));
        boolean dataLost = fault.number() == 1101;
        later.after(LINK_PAUSE, () -> {
            linkLost = false;
            say(Notice.general(fault.number(), "Connectivity between IBKR and Trader Workstation has been restored - "
                    + (dataLost ? "data lost." : "data maintained.")));
        });
    }

    private void deliverLate(HistoricalDataRequest request, Listing listing) {
        if (!open.contains(request.requestId())) {
            return; // cancelled meanwhile
        }
        try {
            deliver(request, listing);
        } catch (IOException e) {
            hangUp.run();
        }
    }

    private void deliver(HistoricalDataRequest request, Listing listing) throws IOException {
        if (EndMoment.parse(request.range().end()).filter(EndMoment::zoneMissing).isPresent()) {
            out.send(Notice.about(request.requestId(), 2174, ZONE_MISSING));
        }
        var answer = services.history().answer(request, listing);
        if (!request.keepUpToDate()) {
            close(request.requestId());
        }
        if (services.plan().strike(FaultKind.CLOSE_MID_FRAME, listing.symbol()).isPresent()) {
            out.sendHalf(answer);
            hangUp.run();
        } else if (services.plan().strike(FaultKind.SPLIT_FRAME, listing.symbol()).isPresent()) {
            out.sendByteByByte(answer);
        } else {
            out.send(answer);
        }
    }

    private void say(ServerMessage message) {
        try {
            out.send(message);
        } catch (IOException e) {
            hangUp.run();
        }
    }
}
