package io.tidemark.gateway.tws;

import io.tidemark.gateway.ConnectResult;
import io.tidemark.gateway.FetchResult;
import io.tidemark.gateway.GatewayEvents;
import io.tidemark.gateway.GatewayListener;
import io.tidemark.gateway.GatewayState;
import io.tidemark.gateway.HistoryRequest;
import io.tidemark.gateway.MarketGateway;
import io.tidemark.gateway.OptionAnswer;
import io.tidemark.gateway.OptionGateway;
import io.tidemark.gateway.OptionListing;
import io.tidemark.gateway.Pacer;
import io.tidemark.gateway.PacingPolicy;
import io.tidemark.gateway.PacingUsage;
import io.tidemark.gateway.Pause;
import io.tidemark.gateway.Retries;
import io.tidemark.gateway.Retries.Attempt;
import io.tidemark.gateway.tws.Connector.Outcome;
import io.tidemark.market.Instrument;
import io.tidemark.market.OptionContract;
import io.tidemark.market.OptionQuote;
import io.tidemark.work.Progress;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Bars and quotes of options from TWS or IB Gateway over a socket.
///
/// It connects on the first use, and again after the connection was lost. One attempt to connect is made at a time,
/// and the old socket is closed before a new one is opened: overlapping attempts are known to wedge IB Gateway for
/// all its clients.
public final class TwsGateway implements MarketGateway, OptionGateway {
    private static final Logger LOG = LoggerFactory.getLogger(TwsGateway.class);

    private final GatewayEvents events = new GatewayEvents();
    private final ReentrantLock connecting = new ReentrantLock();
    private final AtomicInteger ids = new AtomicInteger();
    private final TwsTimings timings;
    private final Clock clock;
    private final Connector connector;
    private final Retries retries;
    private final Pacer pacer;
    private final HistoryCall.Tools tools;
    private final OptionCalls options;
    private volatile Outcome.@Nullable Up up;

    /// A gateway with the patience that TWS needs.
    public TwsGateway(TwsEndpoint endpoint, PacingPolicy policy, Clock clock) {
        this(endpoint, policy, clock, TwsTimings.standard());
    }

    /// A gateway with the given patience.
    ///
    /// @param clock for pacing, and for the time of an answer where the server does not tell its own
    public TwsGateway(TwsEndpoint endpoint, PacingPolicy policy, Clock clock, TwsTimings timings) {
        this(TwsClient.builtIn(), endpoint, new Pacer(policy, clock, Pause.real()), clock, timings);
    }

    /// A gateway that keeps to the pace of others: TWS counts requests, whoever sends them and over which connection.
    ///
    /// @param client whose program speaks to TWS
    public TwsGateway(TwsClient client, TwsEndpoint endpoint, Pacer pacer, Clock clock, TwsTimings timings) {
        this.timings = timings;
        this.clock = clock;
        this.pacer = pacer;
        Pause pause = Pause.real();
        // Seeded by what tells clients of one server apart, so that they do not come back in step.
        retries = new Retries(timings.retries(), new Random(endpoint.clientId()), pause);
        connector = new Connector(client, endpoint, timings, events, pause);
        var contracts = new ContractBook(ids::incrementAndGet, timings.deadlines().contract());
        tools = new HistoryCall.Tools(contracts, pacer, timings.deadlines(), clock, ids::incrementAndGet);
        options = new OptionCalls(tools);
    }

    @Override
    public ConnectResult connect(Progress progress) {
        try {
            return switch (session(new UntilClosed(progress))) {
                case Outcome.Up open -> open.connected();
                case Outcome.Down down -> down.failed();
            };
        } catch (GatewayClosed e) {
            return new ConnectResult.Failed(ConnectResult.Step.TCP, e.loss.reason(), e.loss.advice());
        }
    }

    @Override
    public FetchResult fetch(HistoryRequest request, Progress progress) {
        var watched = new UntilClosed(progress);
        var call = new HistoryCall(request, judge(), tools, watched);
        try {
            return retries.run(() -> attempt(call, watched), (attempt, because, retryIn) -> {
                LOG.warn("Attempt {} at bars of {} ended as {}; trying again in {}", attempt,
                        request.instrument().symbol(), because, retryIn);
                events.tell(each -> each.retrying(request, attempt, because, retryIn));
            }, watched);
        } catch (GatewayClosed e) {
            return new FetchResult.Disconnected(e.loss.reason(), e.loss.advice());
        }
    }

    @Override
    public Instant now(Progress progress) {
        Outcome.Up open = up;
        return open == null
                ? clock.instant()
                : open.session().time(timings.deadlines().clock(), progress).orElseGet(clock::instant);
    }

    @Override
    public OptionAnswer<List<OptionListing>> listings(Instrument underlying, Progress progress) {
        return inSession(progress, (session, watched) -> options.listings(underlying, session, judge(), watched),
                OptionAnswer.Untold::new);
    }

    @Override
    public OptionAnswer<Double> price(Instrument underlying, Progress progress) {
        return inSession(progress, (session, watched) -> options.price(underlying, session, judge(), watched),
                OptionAnswer.Untold::new);
    }

    @Override
    public List<OptionAnswer<OptionQuote>> quotes(OptionListing listing, List<OptionContract> contracts,
            Progress progress) {
        if (contracts.size() > QUOTES_AT_ONCE) {
            throw new IllegalArgumentException(contracts.size() + " options at once, not " + QUOTES_AT_ONCE);
        }
        return inSession(progress,
                (session, watched) -> options.quotes(listing, contracts, session, judge(), watched),
                because -> contracts.stream()
                        .<OptionAnswer<OptionQuote>>map(_ -> new OptionAnswer.Untold<>(because)).toList());
    }

    private Judge judge() {
        return new Judge(events, pacer, timings.pauses(), clock);
    }

    private <T> T inSession(Progress progress, BiFunction<Session, Progress, T> call, Function<FetchResult, T> failed) {
        var watched = new UntilClosed(progress);
        try {
            return switch (session(watched)) {
                case Outcome.Up open -> call.apply(open.session(), watched);
                case Outcome.Down down -> failed.apply(notConnected(down, true).result());
            };
        } catch (GatewayClosed e) {
            return failed.apply(new FetchResult.Disconnected(e.loss.reason(), e.loss.advice()));
        }
    }

    @Override
    public GatewayState state() {
        return events.state();
    }

    @Override
    public PacingUsage pacing() {
        return pacer.usage();
    }

    @Override
    public void addListener(GatewayListener listener) {
        events.add(listener);
    }

    @Override
    public void removeListener(GatewayListener listener) {
        events.remove(listener);
    }

    @Override
    public void close() {
        events.moveIfPossible(GatewayState.CLOSED);
        Outcome.Up open = up;
        if (open != null) {
            open.session().end(Loss.closed());
        }
    }

    private Attempt attempt(HistoryCall call, Progress progress) {
        boolean wasUp = up != null;
        return switch (session(progress)) {
            case Outcome.Up open -> call.attempt(open.session());
            case Outcome.Down down -> notConnected(down, wasUp);
        };
    }

    /// A connection that was there before comes back by itself, mostly; one that never was needs a person.
    private static Attempt notConnected(Outcome.Down down, boolean wasUp) {
        var failed = down.failed();
        if (!down.passing()) {
            return Attempt.of(new FetchResult.Refused(down.code(), failed.reason(), failed.advice()));
        }
        var result = new FetchResult.Disconnected(failed.reason(), failed.advice());
        return wasUp ? Attempt.of(result) : Attempt.last(result);
    }

    private Outcome session(Progress progress) {
        lockConnecting(progress);
        try {
            Outcome.Up open = up;
            if (open != null && !open.session().whenLost().isDone()) {
                return open;
            }
            Outcome outcome = connector.connect(progress);
            if (outcome instanceof Outcome.Up fresh) {
                up = fresh;
                closeIfTooLate(fresh);
            }
            return outcome;
        } finally {
            connecting.unlock();
        }
    }

    private void lockConnecting(Progress progress) {
        try {
            do {
                progress.checkCancelled();
            } while (!connecting.tryLock(Pause.SLICE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            throw Pause.interrupted(e);
        }
    }

    /// The gateway may have been closed between the last look and the new session.
    private void closeIfTooLate(Outcome.Up fresh) {
        if (events.state() == GatewayState.CLOSED) {
            fresh.session().end(Loss.closed());
            throw new GatewayClosed();
        }
    }

    /// Ends waiting of any kind when the gateway is closed.
    private final class UntilClosed implements Progress {
        private final Progress progress;

        UntilClosed(Progress progress) {
            this.progress = progress;
        }

        @Override
        public void report(long done, long total, String message) {
            progress.report(done, total, message);
        }

        @Override
        public void checkCancelled() {
            progress.checkCancelled();
            if (events.state() == GatewayState.CLOSED) {
                throw new GatewayClosed();
            }
        }
    }

    /// Thrown to the front door and no further.
    private static final class GatewayClosed extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Loss loss = Loss.closed();
    }
}
