package io.tidemark.gateway.tws;

import io.tidemark.gateway.ConnectResult.Connected;
import io.tidemark.gateway.ConnectResult.Failed;
import io.tidemark.gateway.ConnectResult.Step;
import io.tidemark.gateway.GatewayEvents;
import io.tidemark.gateway.GatewayListener;
import io.tidemark.gateway.GatewayState;
import io.tidemark.gateway.Pause;
import io.tidemark.gateway.Severity;
import io.tidemark.gateway.wire.ClientMessage.StartApi;
import io.tidemark.gateway.wire.ServerGreeting;
import io.tidemark.gateway.wire.ServerMessage.Notice;
import io.tidemark.market.DataSource;
import io.tidemark.work.Progress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes the steps from nothing to a session that takes requests.
final class Connector {
    private static final int CLIENT_IDS_TRIED = 3;
    private static final Pattern DEMO_ACCOUNT = Pattern.compile("DEMO(\\d+)");
    private static final String REPLAY_ACCOUNT = "REPLAY";

    private final TwsClient client;
    private final TwsTimings timings;
    private final GatewayEvents events;
    private final Pause pause;
    private volatile TwsEndpoint endpoint;

    Connector(TwsClient client, TwsEndpoint endpoint, TwsTimings timings, GatewayEvents events, Pause pause) {
        this.client = client;
        this.endpoint = endpoint;
        this.timings = timings;
        this.events = events;
        this.pause = pause;
    }

    /// How connecting ended.
    sealed interface Outcome {
        /// With a session that takes requests.
        record Up(Session session, Connected connected) implements Outcome {}

        /// Without one.
        ///
        /// @param code the TWS code that fits
        /// @param passing whether trying again later can end differently without anybody doing anything
        record Down(Failed failed, int code, boolean passing) implements Outcome {}
    }

    /// Connects; with another client id when the configured one is taken, since a killed program holds its id for a
    /// while.
    Outcome connect(Progress progress) {
        TwsEndpoint attempt = endpoint;
        Outcome outcome = open(attempt, progress);
        for (int tried = 1; tried < CLIENT_IDS_TRIED && isIdTaken(outcome); tried++) {
            int next = attempt.clientId() + 1;
            hint("Client id %d is in use; trying %d.".formatted(attempt.clientId(), next));
            pause.rest(timings.pauses().clientId(), progress);
            attempt = new TwsEndpoint(attempt.host(), attempt.port(), next);
            outcome = open(attempt, progress);
        }
        return outcome;
    }

    private Outcome open(TwsEndpoint to, Progress progress) {
        events.moveIfPossible(GatewayState.CONNECTING);
        var session = new Session(client, to, events, this::moveTo);
        boolean up = false;
        try {
            session.start(timings.deadlines().tcp());
            Outcome outcome = steps(to, session, progress);
            up = outcome instanceof Outcome.Up;
            return outcome;
        } finally {
            if (!up) {
                session.end(Loss.givenUp("connecting to " + to.address() + " was given up"));
            }
        }
    }

    private Outcome steps(TwsEndpoint to, Session session, Progress progress) {
        var deadlines = timings.deadlines();
        // The socket keeps its own deadline; ours only has to be later.
        await(session.whenConnected(), session, deadlines.tcp().plusSeconds(1), progress);
        if (!session.whenConnected().isDone()) {
            return lost(Step.TCP, session, TwsCode.CANNOT_CONNECT, "no connection to " + to.address() + " in time");
        }
        events.moveIfPossible(GatewayState.HANDSHAKING);
        passed(Step.TCP, to.address());
        awaitGreeting(session, progress);
        if (!session.whenGreeted().isDone()) {
            return silent(to, session);
        }
        ServerGreeting greeting = session.whenGreeted().join();
        passed(Step.HANDSHAKE, greeting.time());
        int version = greeting.serverVersion();
        if (version < client.oldestVersion() || version > client.newestVersion()) {
            return otherVersion(version);
        }
        passed(Step.VERSION, Integer.toString(version));
        return startApi(to, session, version, progress);
    }

    private Outcome startApi(TwsEndpoint to, Session session, int serverVersion, Progress progress) {
        events.moveIfPossible(GatewayState.STARTING);
        session.trySend(new StartApi(to.clientId(), ""));
        var started = CompletableFuture.allOf(session.accounts(), session.nextId());
        await(CompletableFuture.anyOf(started, session.conditions().obstacle()), session,
                timings.deadlines().start(), progress);
        if (session.conditions().obstacle().isDone()) {
            return obstructed(to, session.conditions().obstacle().join());
        }
        if (!started.isDone()) {
            return lost(Step.ACCOUNTS, session, TwsCode.NOT_CONNECTED, to.address() + " opened no session");
        }
        List<String> accounts = session.accounts().join();
        passed(Step.ACCOUNTS, String.join(", ", accounts));
        await(session.conditions().impairment().heardOfFarm(), session, timings.deadlines().farm(), progress);
        if (session.whenLost().isDone()) {
            return lost(Step.FARMS, session, TwsCode.CONNECTION_ENDED, "");
        }
        session.conditions().open();
        passed(Step.FARMS, farms(session.conditions().impairment()));
        return new Outcome.Up(session, new Connected(serverVersion, accounts, source(accounts.getFirst(), to)));
    }

    private void awaitGreeting(Session session, Progress progress) {
        Duration hint = timings.pauses().hint();
        await(session.whenGreeted(), session, hint, progress);
        if (!session.whenGreeted().isDone() && !session.whenLost().isDone()) {
            hint("No answer yet: look at TWS for a dialog that asks to accept the connection.");
            await(session.whenGreeted(), session, timings.deadlines().handshake().minus(hint), progress);
        }
    }

    private static void await(CompletableFuture<?> step, Session session, Duration limit, Progress progress) {
        Waits.until(CompletableFuture.anyOf(step, session.whenLost()), limit, progress);
    }

    private static Outcome silent(TwsEndpoint to, Session session) {
        if (session.whenLost().isDone()) {
            Loss loss = session.whenLost().join();
            return down(Step.HANDSHAKE, loss.reason(), "Check that the port belongs to TWS or IB Gateway, and that "
                    + "127.0.0.1 stands under Trusted IPs in its API settings.", TwsCode.CONNECTION_ENDED);
        }
        return down(Step.HANDSHAKE, to.address() + " takes connections but does not answer",
                "Accept the connection if TWS asks for it; otherwise restart TWS or IB Gateway: its API hangs.",
                TwsCode.NOT_CONNECTED);
    }

    private Outcome otherVersion(int version) {
        String reason = "the server speaks version " + version + "; " + client.words() + " needs "
                + client.oldestVersion() + " to " + client.newestVersion();
        String advice = version < client.oldestVersion()
                ? TwsCode.VERSION_MISMATCH.advice()
                : "This TWS no longer speaks the older versions; look for a newer " + client.words() + ".";
        return new Outcome.Down(new Failed(Step.VERSION, reason, advice), TwsCode.VERSION_MISMATCH.number(), false);
    }

    private static Outcome obstructed(TwsEndpoint to, Notice notice) {
        String advice = TwsCode.of(notice.code()).map(TwsCode::advice).orElse("");
        String reason = notice.code() == TwsCode.CLIENT_ID_TAKEN.number()
                ? "client id " + to.clientId() + " is in use: " + notice.text()
                : notice.text();
        return new Outcome.Down(new Failed(Step.ACCOUNTS, reason, advice), notice.code(), false);
    }

    /// @param otherwise the reason when the connection stands but the answer is missing
    private static Outcome lost(Step step, Session session, TwsCode code, String otherwise) {
        if (session.whenLost().isDone()) {
            Loss loss = session.whenLost().join();
            return new Outcome.Down(new Failed(step, loss.reason(), loss.advice()), code.number(), true);
        }
        return down(step, otherwise, "Check that TWS or IB Gateway is logged in; if it is, restart it.", code);
    }

    private static Outcome down(Step step, String reason, String advice, TwsCode code) {
        return new Outcome.Down(new Failed(step, reason, advice), code.number(), true);
    }

    private static boolean isIdTaken(Outcome outcome) {
        return outcome instanceof Outcome.Down down && down.code() == TwsCode.CLIENT_ID_TAKEN.number();
    }

    private static String farms(Impairment impairment) {
        if (!impairment.isUsable()) {
            return impairment.words();
        }
        return impairment.heardOfFarm().isDone() ? "history service ready" : "no word of the history service yet";
    }

    /// The demo gateway names its accounts after what it serves.
    private DataSource source(String account, TwsEndpoint to) {
        Matcher demo = DEMO_ACCOUNT.matcher(account);
        if (demo.matches()) {
            return new DataSource(DataSource.Kind.DEMO, demo.group(1));
        }
        var kind = account.startsWith(REPLAY_ACCOUNT) ? DataSource.Kind.REPLAY : DataSource.Kind.TWS;
        return new DataSource(kind, to.address());
    }

    private void moveTo(int port) {
        endpoint = new TwsEndpoint(endpoint.host(), port, endpoint.clientId());
        hint("TWS moves to port " + port + "; the next connection goes there.");
    }

    private void passed(Step step, String detail) {
        events.tell(each -> each.stepPassed(step, detail));
    }

    private void hint(String text) {
        events.tell(each -> each.notice(Severity.WARNING, GatewayListener.OWN_HINT, text));
    }

}
