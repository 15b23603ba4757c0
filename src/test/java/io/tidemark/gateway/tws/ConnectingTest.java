package io.tidemark.gateway.tws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.gateway.ConnectResult;
import io.tidemark.gateway.ConnectResult.Connected;
import io.tidemark.gateway.ConnectResult.Failed;
import io.tidemark.gateway.ConnectResult.Step;
import io.tidemark.gateway.GatewayState;
import io.tidemark.gateway.PacingPolicy;
import io.tidemark.gateway.tws.ScriptedTws.Script;
import io.tidemark.gateway.tws.ScriptedTws.Visit;
import io.tidemark.market.DataSource;
import io.tidemark.work.Progress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class ConnectingTest {
    private final Recorder told = new Recorder();
    @SuppressWarnings("NullAway.Init") // each test starts what it needs
    private ScriptedTws server;
    @SuppressWarnings("NullAway.Init") // likewise
    private TwsGateway gateway;

    @AfterEach
    void closeAll() throws IOException {
        if (gateway != null) {
            gateway.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @Test
    void connectingPassesEveryStepAndEndsReady() throws IOException {
        assertThat(connect(visit -> {
            assertThat(visit.greeting()).isEqualTo("v157..178");
            visit.send("178|20261122 09:30:00 US/Eastern|");
            assertThat(visit.receive()).isEqualTo("71|2|71||");
            visit.send("15|1|DU1234567,DU7654321|", "9|1|1|", "4|2|-1|2104|Market data farm connection is OK||",
                    "4|2|-1|2106|HMDS data farm connection is OK:ushmds||");
            visit.serve();
        })).isEqualTo(new Connected(178, List.of("DU1234567", "DU7654321"),
                new DataSource(DataSource.Kind.TWS, "127.0.0.1:" + server.port())));
        assertThat(gateway.state()).isEqualTo(GatewayState.READY);
        assertThat(told.lines("state")).containsExactly("state CONNECTING", "state HANDSHAKING", "state STARTING",
                "state READY");
        assertThat(told.lines("step")).containsExactly("step TCP 127.0.0.1:" + server.port(),
                "step HANDSHAKE 20261122 09:30:00 US/Eastern", "step VERSION 178",
                "step ACCOUNTS DU1234567, DU7654321", "step FARMS history service ready");
        assertThat(told.lines("notice")).containsExactly("notice 2104 Market data farm connection is OK",
                "notice 2106 HMDS data farm connection is OK:ushmds");
    }

    @Test
    void nothingDependsOnHowTheBytesArrive() throws IOException {
        assertThat(connect(visit -> {
            visit.greeting();
            visit.sendByteByByte("176|20261122 09:30:00 Mitteleurop\u00e4ische Zeit|");
            visit.receive();
            visit.sendByteByByte("9|1|1|", "4|2|-1|2107|inactive but should be available upon demand||",
                    "15|1|DU1|");
            visit.serve();
        })).isInstanceOf(Connected.class);
    }

    @ParameterizedTest
    @CsvSource({"DEMO42, DEMO, 42", "DEMOx, TWS, ''", "REPLAY1, REPLAY, ''", "DU1234567, TWS, ''"})
    void accountsTellWhereBarsComeFrom(String account, DataSource.Kind kind, String detail) throws IOException {
        var connected = (Connected) connect(visit -> {
            visit.welcome(account);
            visit.serve();
        });
        String where = detail.isEmpty() ? "127.0.0.1:" + server.port() : detail;
        assertThat(connected.source()).isEqualTo(new DataSource(kind, where));
    }

    @Test
    void accountsThatAreEmptyDoNotCount() throws IOException {
        var failed = (Failed) connect(visit -> {
            visit.greet(178);
            visit.send("15|1||", "9|1|1|");
            visit.listenOnly();
        });
        assertThat(failed.step()).isEqualTo(Step.ACCOUNTS);
        assertThat(gateway.state()).isEqualTo(GatewayState.DISCONNECTED);
    }

    @Test
    void accountsWithoutANextIdAreNotEnough() throws IOException {
        var failed = (Failed) connect(visit -> {
            visit.greet(178);
            visit.send("15|1|DU1|");
            visit.listenOnly();
        });
        assertThat(failed.step()).isEqualTo(Step.ACCOUNTS);
        assertThat(failed.advice()).contains("logged in");
    }

    @ParameterizedTest
    @CsvSource({"100, current TWS", "173, current TWS", "175, current TWS", "179, newer Tidemark",
            "200, newer Tidemark"})
    void otherServerVersionIsRefusedWithAClearSentence(int version, String advice) throws Exception {
        var hungUp = new CountDownLatch(1);
        var failed = (Failed) connect(visit -> {
            visit.greeting();
            visit.send(version + "|20261122 09:30:00 US/Eastern|");
            untilHangUp(visit, hungUp);
        });
        assertThat(failed.step()).isEqualTo(Step.VERSION);
        assertThat(failed.reason()).isEqualTo("the server speaks version " + version
                + "; Tidemark needs 176 to 178");
        assertThat(failed.advice()).contains(advice);
        assertThat(hungUp.await(2, TimeUnit.SECONDS)).as("the client hung up").isTrue();
    }

    @Test
    void serverThatTakesConnectionsButStaysSilentIsToldFromOneThatIsAway() throws Exception {
        var hungUp = new CountDownLatch(1);
        var failed = (Failed) connect(visit -> untilHangUp(visit, hungUp));
        assertThat(failed.step()).isEqualTo(Step.HANDSHAKE);
        assertThat(failed.advice()).contains("restart TWS or IB Gateway");
        assertThat(told.lines("notice")).singleElement().asString().startsWith("notice 0 ")
                .contains("look at TWS for a dialog");
        assertThat(told.lines("state")).containsExactly("state CONNECTING", "state HANDSHAKING",
                "state DISCONNECTED");
        assertThat(hungUp.await(2, TimeUnit.SECONDS)).as("the client hung up").isTrue();
    }

    @Test
    void closedPortComesWithAListOfThingsToCheck() throws IOException {
        int free;
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = probe.getLocalPort();
        }
        gateway = gateway(new TwsEndpoint("127.0.0.1", free, 71));
        var failed = (Failed) gateway.connect(Progress.none());
        assertThat(failed.step()).isEqualTo(Step.TCP);
        assertThat(failed.reason()).startsWith("no connection to 127.0.0.1:" + free);
        assertThat(failed.advice()).contains("7496", "7497", "4001", "4002", "Enable ActiveX and Socket Clients");
        assertThat(gateway.state()).isEqualTo(GatewayState.DISCONNECTED);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void serverThatHangsUpInsteadOfAnsweringIsSaidToDoSo(boolean reset) throws IOException {
        var failed = (Failed) connect(visit -> {
            visit.greeting();
            visit.hangUp(reset);
        });
        assertThat(failed.step()).isEqualTo(Step.HANDSHAKE);
        assertThat(failed.advice()).contains("Trusted IPs");
    }

    @Test
    void serverOfAnotherKindIsSaidToBeOne() throws IOException {
        var failed = (Failed) connect(visit -> {
            visit.greeting();
            visit.raw("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            visit.listenOnly();
        });
        assertThat(failed.step()).isEqualTo(Step.HANDSHAKE);
        assertThat(failed.reason()).contains("cannot be understood");
    }

    @Test
    void clientIdThatIsTakenIsFollowedByTheNext() throws IOException {
        Script taken = visit -> {
            visit.greet(178);
            visit.send("4|2|-1|326|Unable to connect as the client id is already in use.||");
        };
        assertThat(connect(taken, taken, visit -> {
            visit.welcome();
            visit.serve();
        })).isInstanceOf(Connected.class);
        assertThat(server.heard()).containsExactly("71|2|71||", "71|2|72||", "71|2|73||");
        assertThat(told.lines("notice 0")).containsExactly("notice 0 Client id 71 is in use; trying 72.",
                "notice 0 Client id 72 is in use; trying 73.");
    }

    @Test
    void thirdClientIdThatIsTakenIsTheLast() throws IOException {
        var failed = (Failed) connect(visit -> {
            visit.greet(178);
            visit.send("4|2|-1|326|Unable to connect as the client id is already in use.||");
        });
        assertThat(failed.step()).isEqualTo(Step.ACCOUNTS);
        assertThat(failed.reason()).contains("client id 73 is in use");
        assertThat(failed.advice()).contains("another client id");
        assertThat(server.visits()).isEqualTo(3);
    }

    @Test
    void disclaimerIsNamedEvenWhenAMisleadingErrorFollows() throws IOException {
        var failed = (Failed) connect(visit -> {
            visit.greet(178);
            visit.send("4|2|-1|10141|Paper trading disclaimer must first be accepted for API connection.||",
                    "4|2|-1|326|Unable to connect as the client id is already in use.||");
        });
        assertThat(failed.reason()).contains("disclaimer must first be accepted");
        assertThat(failed.advice()).contains("Accept the paper-trading disclaimer");
        assertThat(server.visits()).isEqualTo(1);
    }

    @Test
    void missingWordOfTheHistoryFarmDoesNotStopTheStart() throws IOException {
        assertThat(connect(visit -> {
            visit.greet(178);
            visit.send("15|1|DU1|", "9|1|1|", "4|2|-1|2104|Market data farm connection is OK||");
            visit.serve();
        })).isInstanceOf(Connected.class);
        assertThat(told.lines("step FARMS")).containsExactly("step FARMS no word of the history service yet");
        assertThat(gateway.state()).isEqualTo(GatewayState.READY);
    }

    @Test
    void brokenHistoryFarmLeavesTheGatewayImpairedUntilItIsBack() throws Exception {
        var repaired = new CountDownLatch(1);
        assertThat(connect(visit -> {
            visit.greet(178);
            visit.send("15|1|DU1|", "9|1|1|", "4|2|-1|2105|HMDS data farm connection is broken:ushmds||");
            awaitQuietly(repaired);
            visit.send("4|2|-1|2106|HMDS data farm connection is OK:ushmds||");
            visit.serve();
        })).isInstanceOf(Connected.class);
        assertThat(gateway.state()).isEqualTo(GatewayState.IMPAIRED);
        repaired.countDown();
        told.await("state READY"::equals);
    }

    @Test
    void connectedGatewayIsNotConnectedAgain() throws IOException {
        var first = connect(ConnectingTest::ordinary);
        assertThat(gateway.connect(Progress.none())).isEqualTo(first);
        assertThat(server.visits()).isEqualTo(1);
    }

    @Test
    void severalThreadsMakeOneConnection() throws Exception {
        server = new ScriptedTws(ConnectingTest::ordinary);
        gateway = gateway(server.endpoint());
        var all = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> gateway.connect(Progress.none()))).toList();
        for (var each : all) {
            assertThat(each.get(5, TimeUnit.SECONDS)).isInstanceOf(Connected.class);
        }
        assertThat(server.visits()).isEqualTo(1);
    }

    @Test
    void interruptionEndsConnectingWithinASecondAndClosesTheSocket() throws Exception {
        var hungUp = new CountDownLatch(1);
        server = new ScriptedTws(visit -> untilHangUp(visit, hungUp));
        gateway = new TwsGateway(server.endpoint(), PacingPolicy.none(), Clock.systemUTC());
        gateway.addListener(told);
        var thrown = new CompletableFuture<Throwable>();
        Thread thread = Thread.ofVirtual().start(() -> {
            try {
                gateway.connect(Progress.none());
            } catch (CancellationException e) {
                thrown.complete(e);
            }
        });
        told.await("state HANDSHAKING"::equals);
        thread.interrupt();
        assertThat(thrown.get(1, TimeUnit.SECONDS)).isInstanceOf(CancellationException.class);
        assertThat(hungUp.await(1, TimeUnit.SECONDS)).as("the client hung up").isTrue();
        assertThat(gateway.state()).isEqualTo(GatewayState.DISCONNECTED);
    }

    @Test
    void closingEndsConnectingWithinASecond() throws Exception {
        server = new ScriptedTws(Visit::drain);
        gateway = new TwsGateway(server.endpoint(), PacingPolicy.none(), Clock.systemUTC());
        gateway.addListener(told);
        var result = CompletableFuture.supplyAsync(() -> gateway.connect(Progress.none()));
        told.await("state HANDSHAKING"::equals);
        gateway.close();
        assertThat(result.get(1, TimeUnit.SECONDS)).isInstanceOf(Failed.class);
        assertThat(gateway.state()).isEqualTo(GatewayState.CLOSED);
    }

    @Test
    void closedGatewayDoesNotConnect() throws IOException {
        connect(ConnectingTest::ordinary);
        gateway.close();
        gateway.close();
        assertThat(gateway.connect(Progress.none())).isInstanceOf(Failed.class);
        assertThat(server.visits()).isEqualTo(1);
    }

    @Test
    void closingHangsUp() throws Exception {
        var hungUp = new CountDownLatch(1);
        connect(visit -> {
            visit.welcome();
            untilHangUp(visit, hungUp);
        });
        gateway.close();
        assertThat(hungUp.await(1, TimeUnit.SECONDS)).as("the client hung up").isTrue();
    }

    @Test
    void cancelledProgressEndsConnecting() throws IOException {
        server = new ScriptedTws(ConnectingTest::ordinary);
        gateway = gateway(server.endpoint());
        assertThatThrownBy(() -> gateway.connect(new Cancelled())).isInstanceOf(CancellationException.class);
        assertThat(server.visits()).isZero();
    }

    private ConnectResult connect(Script... scripts) throws IOException {
        server = new ScriptedTws(scripts);
        gateway = gateway(server.endpoint());
        gateway.addListener(told);
        return gateway.connect(Progress.none());
    }

    private static void ordinary(Visit visit) throws IOException {
        visit.welcome();
        visit.serve();
    }

    private static void untilHangUp(Visit visit, CountDownLatch hungUp) throws IOException {
        try {
            visit.drain();
        } finally {
            hungUp.countDown();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static TwsGateway gateway(TwsEndpoint endpoint) {
        return new TwsGateway(endpoint, PacingPolicy.none(), Clock.systemUTC(), ShortTimings.get());
    }

    private static final class Cancelled implements Progress {
        @Override
        public void report(long done, long total, String message) {
            // nobody watches
        }

        @Override
        public void checkCancelled() {
            throw new CancellationException("cancelled");
        }
    }
}
