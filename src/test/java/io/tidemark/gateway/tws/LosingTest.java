package io.tidemark.gateway.tws;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.gateway.FetchResult;
import io.tidemark.gateway.FetchResult.Bars;
import io.tidemark.gateway.FetchResult.Disconnected;
import io.tidemark.gateway.FetchResult.Refused;
import io.tidemark.gateway.FetchResult.TimedOut;
import io.tidemark.gateway.GatewayState;
import io.tidemark.gateway.HistoryDuration;
import io.tidemark.gateway.HistoryRequest;
import io.tidemark.gateway.PacingPolicy;
import io.tidemark.gateway.RetrySchedule;
import io.tidemark.gateway.tws.ScriptedTws.Script;
import io.tidemark.gateway.tws.ScriptedTws.Visit;
import io.tidemark.market.Instrument;
import io.tidemark.work.Progress;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What becomes of requests when the connection, IBKR's servers, the caller or the gateway goes away.
@Timeout(30)
class LosingTest {
    private static final RetrySchedule NO_RETRY = new RetrySchedule(List.of(), List.of(), List.of(), 0);

    private final Recorder told = new Recorder();
    @SuppressWarnings("NullAway.Init") // each test starts what it needs
    private ScriptedTws server;
    @SuppressWarnings("NullAway.Init") // likewise
    private TwsGateway gateway;

    @AfterEach
    void closeAll() throws IOException {
        gateway.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void lostConnectionIsMadeAgainAndTheRequestSentAgain(boolean reset) throws IOException {
        start(RetrySchedule.immediate(), visit -> {
            visit.welcome();
            visit.until("20");
            visit.hangUp(reset);
        }, LosingTest::ordinary);
        assertThat(fetch("SPY")).isInstanceOf(Bars.class);
        assertThat(told.lines("state")).containsExactly("state CONNECTING", "state HANDSHAKING", "state STARTING",
                "state READY", "state DISCONNECTED", "state CONNECTING", "state HANDSHAKING", "state STARTING",
                "state READY");
        assertThat(told.lines("retrying")).containsExactly("retrying SPY 1 Disconnected");
        assertThat(server.heard()).filteredOn(each -> each.startsWith("9|")).as("the contract is known").hasSize(1);
    }

    @Test
    void connectionLostInsideAFrameIsNeverTakenForBars() throws IOException {
        start(NO_RETRY, visit -> {
            visit.welcome();
            String id = visit.until("20");
            visit.raw(new byte[]{0, 0, 0, 90});
            visit.raw(("17|" + id + "|x|y|1|20261120|1|1").replace('|', '\0')
                    .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        });
        var lost = (Disconnected) fetch("SPY");
        assertThat(lost.reason()).contains("ended inside a frame");
    }

    @Test
    void nonsenseEndsTheConnection() throws IOException {
        start(NO_RETRY, visit -> {
            visit.welcome();
            visit.send("17|" + visit.until("20") + "|x|y|1|20261120|1|nonsense|1|1|0|0|0|");
            visit.drain();
        });
        var lost = (Disconnected) fetch("SPY");
        assertThat(lost.reason()).contains("cannot be understood", "'nonsense' is no number");
        assertThat(gateway.state()).isEqualTo(GatewayState.DISCONNECTED);
    }

    @Test
    void everyRequestUnderWayEndsAtOnce() throws Exception {
        var bothAsked = new CountDownLatch(2);
        start(TwsTimings.standard(), NO_RETRY, visit -> {
            visit.welcome();
            visit.until("20");
            bothAsked.countDown();
            visit.until("20");
            bothAsked.countDown();
        });
        var all = Stream.of("SPY", "AMD").map(symbol -> CompletableFuture.supplyAsync(() -> fetch(symbol))).toList();
        assertThat(bothAsked.await(5, TimeUnit.SECONDS)).isTrue();
        for (var each : all) {
            assertThat(each.get(1, TimeUnit.SECONDS)).isInstanceOf(Disconnected.class);
        }
    }

    @Test
    void connectionThatDoesNotComeBackIsGivenUp() throws IOException {
        start(RetrySchedule.immediate(), visit -> {
            visit.welcome();
            visit.until("20");
        }, visit -> visit.hangUp(false));
        assertThat(fetch("SPY")).isInstanceOf(Disconnected.class);
        assertThat(server.visits()).isEqualTo(6);
        assertThat(told.lines("retrying")).hasSize(5);
    }

    @Test
    void serverThatWasNeverThereIsNotTriedAgain() throws IOException {
        start(RetrySchedule.immediate(), LosingTest::ordinary);
        server.close();
        var lost = (Disconnected) fetch("SPY");
        assertThat(lost.advice()).contains("7497");
        assertThat(told.lines("retrying")).isEmpty();
    }

    @Test
    void versionThatDoesNotFitIsARefusal() throws IOException {
        start(RetrySchedule.immediate(), visit -> {
            visit.greeting();
            visit.send("173|20261122 09:30:00 US/Eastern|");
            visit.drain();
        });
        var refused = (Refused) fetch("SPY");
        assertThat(refused.code()).isEqualTo(503);
        assertThat(server.visits()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1101|Connectivity between IBKR and TWS has been restored- data lost.",
            "1102|Connectivity between IBKR and TWS has been restored- data maintained."})
    void requestsUnderWayAreSentAgainWhenTwsIsBack(String back) throws Exception {
        var cutOff = new CountDownLatch(1);
        start(RetrySchedule.immediate(), visit -> {
            visit.welcome();
            visit.until("20");
            visit.send("4|2|-1|1100|Connectivity between IBKR and TWS has been lost.||");
            await(cutOff);
            visit.send("4|2|-1|" + back + "||");
            visit.serve();
        });
        var result = CompletableFuture.supplyAsync(() -> fetch("SPY"));
        told.await("state IMPAIRED"::equals);
        told.await("retrying SPY 1 Disconnected"::equals);
        assertThat(result).isNotDone();
        cutOff.countDown();
        assertThat(result.get(5, TimeUnit.SECONDS)).isInstanceOf(Bars.class);
        assertThat(gateway.state()).isEqualTo(GatewayState.READY);
        assertThat(server.visits()).as("the connection stood all the time").isEqualTo(1);
        assertThat(server.heard()).filteredOn(each -> each.startsWith("20|")).hasSize(2);
    }

    @Test
    void requestsWaitForTheHistoryFarmAndSayWhenItStaysAway() throws Exception {
        start(RetrySchedule.immediate(), visit -> {
            visit.welcome();
            visit.send("4|2|-1|2105|HMDS data farm connection is broken:ushmds||");
            visit.serve();
        });
        gateway.connect(Progress.none());
        told.await("state IMPAIRED"::equals);
        var late = (TimedOut) fetch("SPY");
        assertThat(late.what()).contains("HMDS data farm connection is broken");
        assertThat(late.waited()).isEqualTo(ShortTimings.get().deadlines().impaired());
        assertThat(server.heard()).as("nothing was sent").containsExactly("71|2|71||");
        assertThat(told.lines("retrying")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2106|HMDS data farm connection is OK:ushmds", "2107|HMDS data farm is inactive"})
    void requestsGoOnWhenTheHistoryFarmIsBack(String back) throws Exception {
        var impaired = new CountDownLatch(1);
        start(RetrySchedule.immediate(), visit -> {
            visit.welcome();
            visit.send("4|2|-1|2105|HMDS data farm connection is broken:ushmds||");
            await(impaired);
            visit.send("4|2|-1|" + back + "||");
            visit.serve();
        });
        gateway.connect(Progress.none());
        told.await("state IMPAIRED"::equals);
        var result = CompletableFuture.supplyAsync(() -> fetch("SPY"));
        impaired.countDown();
        assertThat(result.get(5, TimeUnit.SECONDS)).isInstanceOf(Bars.class);
    }

    @Test
    void portThatTwsMovesToIsUsedForTheNextConnection() throws IOException {
        try (var moved = new ScriptedTws(LosingTest::ordinary)) {
            start(RetrySchedule.immediate(), visit -> {
                visit.welcome();
                visit.until("20");
                visit.send("4|2|-1|1300|TWS socket port has been reset and this connection is being dropped. "
                        + "Please reconnect on the new port - " + moved.port() + "||");
            });
            assertThat(fetch("SPY")).isInstanceOf(Bars.class);
            assertThat(moved.visits()).isEqualTo(1);
            assertThat(told.lines("notice 0")).containsExactly(
                    "notice 0 TWS moves to port " + moved.port() + "; the next connection goes there.");
            gateway.close();
        }
    }

    @Test
    void cancellingEndsARequestWithinASecondAndTakesItBack() throws Exception {
        var takenBack = new CountDownLatch(1);
        start(TwsTimings.standard(), RetrySchedule.tws(), visit -> {
            visit.welcome();
            visit.until("20");
            visit.until("25");
            takenBack.countDown();
            visit.drain();
        });
        var cancelled = new AtomicBoolean();
        var result = CompletableFuture.supplyAsync(() -> gateway.fetch(request("SPY"), cancelledBy(cancelled)));
        while (server.heard().size() < 3) {
            Thread.onSpinWait();
        }
        cancelled.set(true);
        assertEndsCancelled(result);
        assertThat(takenBack.await(1, TimeUnit.SECONDS)).isTrue();
        assertThat(gateway.state()).as("the connection is kept").isEqualTo(GatewayState.READY);
    }

    @Test
    void interruptingEndsARequestWithinASecond() throws Exception {
        start(TwsTimings.standard(), RetrySchedule.tws(), visit -> {
            visit.welcome();
            visit.until("20");
            visit.drain();
        });
        var marked = new CompletableFuture<Boolean>();
        Thread thread = Thread.ofVirtual().start(() -> {
            try {
                fetch("SPY");
            } catch (CancellationException e) {
                marked.complete(Thread.currentThread().isInterrupted());
            }
        });
        while (server.heard().size() < 3) {
            Thread.onSpinWait();
        }
        thread.interrupt();
        assertThat(marked.get(1, TimeUnit.SECONDS)).as("the thread stays marked").isTrue();
    }

    @Test
    void cancellingEndsAPauseBetweenAttempts() throws Exception {
        start(TwsTimings.standard(), RetrySchedule.tws(), visit -> {
            visit.welcome();
            visit.until("20");
        });
        var cancelled = new AtomicBoolean();
        var result = CompletableFuture.supplyAsync(() -> gateway.fetch(request("SPY"), cancelledBy(cancelled)));
        told.await(each -> each.startsWith("retrying"));
        cancelled.set(true);
        assertEndsCancelled(result);
    }

    @Test
    void closingEndsRequestsAsDisconnected() throws Exception {
        start(TwsTimings.standard(), RetrySchedule.tws(), visit -> {
            visit.welcome();
            visit.until("20");
            visit.drain();
        });
        var result = CompletableFuture.supplyAsync(() -> fetch("SPY"));
        while (server.heard().size() < 3) {
            Thread.onSpinWait();
        }
        gateway.close();
        assertThat(result.get(1, TimeUnit.SECONDS)).isInstanceOf(Disconnected.class);
        assertThat(gateway.state()).isEqualTo(GatewayState.CLOSED);
        assertThat(fetch("SPY")).isInstanceOf(Disconnected.class);
        assertThat(server.visits()).isEqualTo(1);
    }

    @Test
    void closingEndsWaitingForAFarm() throws Exception {
        start(TwsTimings.standard(), RetrySchedule.tws(), visit -> {
            visit.welcome();
            visit.send("4|2|-1|2110|Connectivity between TWS and server is broken. It will be restored||");
            visit.drain();
        });
        gateway.connect(Progress.none());
        told.await("state IMPAIRED"::equals);
        var result = CompletableFuture.supplyAsync(() -> fetch("SPY"));
        assertThat(result).isNotDone();
        gateway.close();
        assertThat(result.get(1, TimeUnit.SECONDS)).isInstanceOf(Disconnected.class);
    }

    @Test
    void requestSentToSeveralSessionsLeavesNoSocketOpen() throws Exception {
        var hungUp = new CountDownLatch(3);
        Script restarting = visit -> {
            visit.welcome();
            visit.until("20");
            visit.send("9999999|");
            visit.raw(new byte[]{-1, -1, -1, -1});
            try {
                visit.drain();
            } finally {
                hungUp.countDown();
            }
        };
        start(RetrySchedule.immediate(), restarting, restarting, restarting, LosingTest::ordinary);
        assertThat(fetch("SPY")).isInstanceOf(Bars.class);
        assertThat(hungUp.await(2, TimeUnit.SECONDS)).as("every socket was closed by the client").isTrue();
    }

    private static void assertEndsCancelled(CompletableFuture<FetchResult> result) throws Exception {
        try {
            result.get(1, TimeUnit.SECONDS);
            throw new AssertionError("ended as " + result.join());
        } catch (ExecutionException e) {
            assertThat(e).hasCauseInstanceOf(CancellationException.class);
        }
    }

    private FetchResult fetch(String symbol) {
        return gateway.fetch(request(symbol), Progress.none());
    }

    private static HistoryRequest request(String symbol) {
        return HistoryRequest.trades(Instrument.stock(symbol, "ARCA"), HistoryDuration.years(10));
    }

    private void start(RetrySchedule retries, Script... scripts) throws IOException {
        start(ShortTimings.get(), retries, scripts);
    }

    private void start(TwsTimings timings, RetrySchedule retries, Script... scripts) throws IOException {
        server = new ScriptedTws(scripts);
        gateway = new TwsGateway(server.endpoint(), PacingPolicy.none(), Clock.systemUTC(),
                new TwsTimings(timings.deadlines(), timings.pauses(), retries));
        gateway.addListener(told);
    }

    private static void ordinary(Visit visit) throws IOException {
        visit.welcome();
        visit.serve();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(5, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Progress cancelledBy(AtomicBoolean cancelled) {
        return new Progress() {
            @Override
            public void report(long done, long total, String message) {
                // nobody watches
            }

            @Override
            public void checkCancelled() {
                if (cancelled.get()) {
                    throw new CancellationException("cancelled");
                }
            }
        };
    }
}
