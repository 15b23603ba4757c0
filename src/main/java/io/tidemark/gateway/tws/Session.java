package io.tidemark.gateway.tws;

import io.tidemark.gateway.GatewayEvents;
import io.tidemark.gateway.GatewayState;
import io.tidemark.gateway.tws.Question.Answer;
import io.tidemark.gateway.wire.ClientMessage;
import io.tidemark.gateway.wire.ClientMessage.CurrentTimeRequest;
import io.tidemark.gateway.wire.ServerGreeting;
import io.tidemark.gateway.wire.ServerMessage;
import io.tidemark.gateway.wire.ServerMessage.ContractData;
import io.tidemark.gateway.wire.ServerMessage.ContractDataEnd;
import io.tidemark.gateway.wire.ServerMessage.CurrentTime;
import io.tidemark.gateway.wire.ServerMessage.HistoricalData;
import io.tidemark.gateway.wire.ServerMessage.ManagedAccounts;
import io.tidemark.gateway.wire.ServerMessage.NextValidId;
import io.tidemark.gateway.wire.ServerMessage.Notice;
import io.tidemark.gateway.wire.ServerMessage.OptionParameters;
import io.tidemark.gateway.wire.ServerMessage.OptionParametersEnd;
import io.tidemark.gateway.wire.ServerMessage.TickOption;
import io.tidemark.gateway.wire.ServerMessage.TickPrice;
import io.tidemark.gateway.wire.ServerMessage.TickSnapshotEnd;
import io.tidemark.work.Progress;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One conversation with TWS, from connecting to the loss of the connection.
///
/// Messages are handed to the questions they belong to. A message for a question that was answered or given up, such
/// as the echo of our own cancelling, is dropped.
final class Session implements Link.Receiver {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);

    private final GatewayEvents events;
    private final Link link;
    private final Conditions conditions;
    private final Map<Integer, Question> open = new ConcurrentHashMap<>();
    private final AtomicBoolean losing = new AtomicBoolean();
    private final CompletableFuture<Void> connected = new CompletableFuture<>();
    private final CompletableFuture<ServerGreeting> greeting = new CompletableFuture<>();
    private final CompletableFuture<List<String>> accounts = new CompletableFuture<>();
    private final CompletableFuture<Integer> nextId = new CompletableFuture<>();
    private final CompletableFuture<Loss> lost = new CompletableFuture<>();
    private CompletableFuture<Instant> time = CompletableFuture.completedFuture(Instant.EPOCH);
    private volatile boolean tellsTime = true;

    /// Prepares a conversation.
    ///
    /// @param client whose connection it goes over
    /// @param portChanged told the port that TWS moves to
    Session(TwsClient client, TwsEndpoint endpoint, GatewayEvents events, IntConsumer portChanged) {
        this.events = events;
        conditions = new Conditions(events, portChanged, this::cutOff);
        link = client.link(endpoint, this);
    }

    /// Begins to connect; what follows is told by the futures of this class.
    void start(Duration deadline) {
        link.start(deadline);
    }

    /// Asks, and waits for the answer. A question that ends without one is taken back at the server.
    ///
    /// @param id request id that no other question has
    Answer ask(int id, Question question, ClientMessage message, Duration deadline, Progress progress) {
        open.put(id, question);
        try {
            // lost() empties the open questions after completing `lost`, so one of the two sees the other
            if (lost.isDone()) {
                question.lose(lost.join());
            } else {
                send(message, question);
            }
            return Waits.until(question.answer(), deadline, progress) ? question.answer().join() : new Answer.Late();
        } finally {
            open.remove(id);
            if (!question.wasAnswered() && !lost.isDone()) {
                question.cancel().ifPresent(this::trySend);
            }
        }
    }

    /// One of several questions.
    ///
    /// @param id request id that no other question has
    record Asked(int id, Question question, ClientMessage message) {}

    /// Asks several questions together, and waits for all answers at once.
    ///
    /// @param pause between two messages
    /// @param deadline for all of them
    /// @return one answer each, in the same order
    List<Answer> askAll(List<Asked> asked, Duration pause, Duration deadline, Progress progress) {
        try {
            for (Asked each : asked) {
                open.put(each.id, each.question);
                if (lost.isDone()) {
                    each.question.lose(lost.join());
                } else {
                    send(each.message, each.question);
                    Waits.until(lost, pause, progress);
                }
            }
            var all = CompletableFuture.allOf(asked.stream().map(each -> each.question.answer())
                    .toArray(CompletableFuture<?>[]::new));
            Waits.until(all, deadline, progress);
            return asked.stream().map(each -> each.question.answer().getNow(new Answer.Late())).toList();
        } finally {
            for (Asked each : asked) {
                open.remove(each.id);
                if (!each.question.wasAnswered() && !lost.isDone()) {
                    each.question.cancel().ifPresent(this::trySend);
                }
            }
        }
    }

    /// The server's clock, when it answers in time; after one silence it is not asked again.
    Optional<Instant> time(Duration deadline, Progress progress) {
        if (!tellsTime || lost.isDone()) {
            return Optional.empty();
        }
        CompletableFuture<Instant> asked = askTime();
        tellsTime = Waits.until(CompletableFuture.anyOf(asked, lost), deadline, progress);
        return Optional.ofNullable(asked.getNow(null));
    }

    /// Sends a message that has no answer of its own; a failure shows as the loss of the connection.
    void trySend(ClientMessage message) {
        try {
            link.send(message);
        } catch (IOException e) {
            LOG.debug("not sent: {}", message, e);
        }
    }

    /// Ends the conversation for a reason of ours.
    void end(Loss loss) {
        lost(loss);
        link.close();
    }

    @Override
    public void connected() {
        connected.complete(null);
    }

    @Override
    public void greeted(ServerGreeting reply) {
        greeting.complete(reply);
    }

    @Override
    public void received(ServerMessage message) {
        if (losing.get()) {
            return;
        }
        switch (message) {
            case ContractData row -> at(row.requestId()).ifPresent(question -> question.add(row));
            case ContractDataEnd end -> at(end.requestId()).ifPresent(Question::finish);
            case HistoricalData bars -> at(bars.requestId()).ifPresent(question -> {
                question.add(bars);
                question.finish();
            });
            case OptionParameters row -> at(row.requestId()).ifPresent(question -> question.add(row));
            case OptionParametersEnd end -> at(end.requestId()).ifPresent(Question::finish);
            case TickPrice tick -> at(tick.requestId()).ifPresent(question -> question.add(tick));
            case TickOption tick -> at(tick.requestId()).ifPresent(question -> question.add(tick));
            case TickSnapshotEnd end -> at(end.requestId()).ifPresent(Question::finish);
            case Notice notice -> noticed(notice);
            case CurrentTime it -> told(Instant.ofEpochSecond(it.epochSeconds()));
            case NextValidId it -> nextId.complete(it.id());
            case ManagedAccounts it -> {
                if (!it.accounts().isEmpty()) {
                    accounts.complete(it.accounts());
                }
            }
            default -> LOG.debug("not asked for: {}", message);
        }
    }

    @Override
    public void lost(Loss loss) {
        if (losing.compareAndSet(false, true)) {
            LOG.info("Connection ended: {}", loss.reason());
            events.moveIfPossible(GatewayState.DISCONNECTED);
            lost.complete(loss);
            open.values().forEach(question -> question.lose(loss));
        }
    }

    private void noticed(Notice notice) {
        Optional<Question> question = at(notice.requestId());
        if (question.isPresent()) {
            question.get().notice(notice);
        } else if (notice.requestId() > 0) {
            LOG.debug("for a request that has ended: {}", notice);
        } else {
            conditions.noticed(notice);
        }
    }

    /// What is under way now will not be answered, or only in part; what is asked meanwhile is not meant.
    private void cutOff(String words) {
        var loss = new Loss("TWS was cut off from IBKR's servers: " + words, TwsCode.SERVERS_LOST.advice());
        List.copyOf(open.values()).forEach(each -> each.lose(loss));
    }

    private Optional<Question> at(int id) {
        return Optional.ofNullable(open.get(id));
    }

    private void send(ClientMessage message, Question question) {
        try {
            link.send(message);
        } catch (IOException e) {
            LOG.debug("not sent: {}", message, e);
            question.lose(new Loss("a request could not be sent: " + e.getMessage(),
                    TwsCode.CONNECTION_BROKE.advice()));
        }
    }

    private synchronized CompletableFuture<Instant> askTime() {
        if (time.isDone()) {
            time = new CompletableFuture<>();
            trySend(new CurrentTimeRequest());
        }
        return time;
    }

    private synchronized void told(Instant now) {
        time.complete(now);
    }

    Conditions conditions() {
        return conditions;
    }

    CompletableFuture<Void> whenConnected() {
        return connected;
    }

    CompletableFuture<ServerGreeting> whenGreeted() {
        return greeting;
    }

    /// Completed with at least one account.
    CompletableFuture<List<String>> accounts() {
        return accounts;
    }

    CompletableFuture<Integer> nextId() {
        return nextId;
    }

    CompletableFuture<Loss> whenLost() {
        return lost;
    }
}
