package io.tidemark.gateway.demo;

import io.tidemark.gateway.wire.ClientMessage;
import io.tidemark.gateway.wire.Contract;
import io.tidemark.gateway.wire.ServerMessage;
import io.tidemark.market.SessionClock;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers what one client asks in an open session. For the client's own thread.
final class ClientRequests {
    private static final Logger LOG = LoggerFactory.getLogger(ClientRequests.class);
    private static final int FIRST_ID = 1;
    private static final int LIVE = 1;

    private final DemoServices services;
    private final ClientOutput out;
    private final HistoryDelivery history;
    private int dataType = LIVE;

    ClientRequests(DemoServices services, ClientOutput out, HistoryDelivery history) {
        this.services = services;
        this.out = out;
        this.history = history;
    }

    /// Answers one message; what it does not know it skips.
    void answer(ClientMessage message) throws IOException {
        switch (message) {
            case ClientMessage.StartApi start -> LOG.info("Ignored: the session is open already: {}", start);
            case ClientMessage.ContractDetailsRequest request -> tellContract(request);
            case ClientMessage.HistoricalDataRequest request -> tellHistory(request);
            case ClientMessage.CancelHistoricalData cancel -> cancelHistory(cancel.requestId());
            case ClientMessage.HeadTimestampRequest request -> tellEarliest(request);
            case ClientMessage.CancelHeadTimestamp cancel -> history.close(cancel.requestId());
            case ClientMessage.OptionParametersRequest request -> tellOptions(request);
            case ClientMessage.MarketDataTypeRequest request -> dataType = request.type();
            case ClientMessage.MarketDataRequest request -> tellQuotes(request);
            case ClientMessage.CancelMarketData cancel -> LOG.debug("No more quotes for {}", cancel.requestId());
            case ClientMessage.CurrentTimeRequest ignored ->
                out.send(new ServerMessage.CurrentTime(services.time().now().getEpochSecond()));
            case ClientMessage.IdsRequest ignored -> tellNextId();
            case ClientMessage.ManagedAccountsRequest ignored -> tellAccounts();
            case ClientMessage.AccountQuestion question ->
                out.send(new ServerMessage.AccountEnd(question.topic(), question.requestId(), question.account()));
            case ClientMessage.Unknown unknown -> LOG.info("Ignored: a message with the id {}", unknown.id());
        }
    }

    /// Tells the account, which says what kind of bars there are.
    void tellAccounts() throws IOException {
        out.send(new ServerMessage.ManagedAccounts(List.of(services.source().account())));
    }

    /// Tells the next id, always the same: nothing here can be ordered.
    void tellNextId() throws IOException {
        out.send(new ServerMessage.NextValidId(FIRST_ID));
    }

    private Optional<Listing> find(int requestId, Contract asked) throws IOException {
        var found = services.listings().find(asked);
        var fault = found.flatMap(listing -> services.plan().strike(FaultKind.NO_CONTRACT, listing.symbol()));
        if (found.isEmpty() || fault.isPresent()) {
            boolean ambiguous = fault.filter(each -> each.argument().equals("ambiguous")).isPresent();
            out.send((ambiguous ? Refusal.ambiguous() : Refusal.noContract()).about(requestId));
            return Optional.empty();
        }
        return found;
    }

    private void tellContract(ClientMessage.ContractDetailsRequest request) throws IOException {
        var found = find(request.requestId(), request.contract());
        if (found.isEmpty()) {
            return;
        }
        var listing = found.get();
        if (services.plan().strike(FaultKind.NO_ANSWER, "contract", listing.symbol()).isPresent()) {
            return;
        }
        var today = services.time().now().atZone(SessionClock.NEW_YORK).toLocalDate();
        out.send(new ServerMessage.ContractData(request.requestId(),
                listing.details(services.listings().hours(listing, today))));
        out.send(new ServerMessage.ContractDataEnd(request.requestId()));
    }

    private void tellHistory(ClientMessage.HistoricalDataRequest request) throws IOException {
        if (!history.open(request.requestId())) {
            out.send(Refusal.duplicateId().about(request.requestId()));
            return;
        }
        var listing = find(request.requestId(), request.contract());
        if (listing.isEmpty()) {
            history.close(request.requestId());
        } else {
            history.answer(request, listing.get());
        }
    }

    private void cancelHistory(int requestId) throws IOException {
        var echo = history.close(requestId)
                ? Refusal.history("API historical data query cancelled: " + requestId)
                : new Refusal(366, "No historical data query found for ticker id:" + requestId);
        out.send(echo.about(requestId));
    }

    private void tellEarliest(ClientMessage.HeadTimestampRequest request) throws IOException {
        var listing = find(request.requestId(), request.contract());
        if (listing.isEmpty()) {
            return;
        }
        // As at IBKR the request stays open, and its id taken, until it is cancelled.
        if (history.open(request.requestId())) {
            out.send(services.history().earliest(request, listing.get()));
        } else {
            out.send(Refusal.duplicateId().about(request.requestId()));
        }
    }

    private void tellOptions(ClientMessage.OptionParametersRequest request) throws IOException {
        var listing = services.listings().withConId(request.underlyingConId())
                .filter(each -> each.symbol().value().equals(request.underlyingSymbol()));
        if (listing.isPresent()) {
            sendAll(services.quotes().options(request, listing.get()));
        } else {
            out.send(Refusal.noContract().about(request.requestId()));
        }
    }

    private void tellQuotes(ClientMessage.MarketDataRequest request) throws IOException {
        if (request.snapshot() && !request.genericTicks().isEmpty()) {
            out.send(Refusal.invalid("Snapshot market data subscription is not applicable to generic ticks")
                    .about(request.requestId()));
            return;
        }
        if (request.contract().secType().equals("OPT")) {
            tellOptionQuotes(request);
            return;
        }
        var listing = find(request.requestId(), request.contract());
        if (listing.isPresent()) {
            sendAll(services.quotes().quotes(request, listing.get(), dataType));
        }
    }

    private void tellOptionQuotes(ClientMessage.MarketDataRequest request) throws IOException {
        var messages = services.listings().underlying(request.contract())
                .flatMap(underlying -> services.options().quotes(request, underlying, dataType));
        if (messages.isPresent()) {
            sendAll(messages.get());
        } else {
            out.send(Refusal.noContract().about(request.requestId()));
        }
    }

    private void sendAll(List<ServerMessage> messages) throws IOException {
        for (ServerMessage message : messages) {
            out.send(message);
        }
    }
}
