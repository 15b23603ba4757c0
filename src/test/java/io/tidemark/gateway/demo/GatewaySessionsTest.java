package io.tidemark.gateway.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.gateway.wire.AccountTopic;
import io.tidemark.gateway.wire.ClientMessage;
import io.tidemark.gateway.wire.FrameWriter;
import io.tidemark.gateway.wire.ServerGreeting;
import io.tidemark.gateway.wire.ServerMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How sessions begin, go on beside each other, and end.
@Timeout(60)
class GatewaySessionsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T14:30:00Z"), ZoneOffset.UTC);

    private DemoGateway gateway;

    @BeforeEach
    void start() throws IOException {
        gateway = DemoGateway.start(DemoOptions.standard(CLOCK).withToday(LocalDate.of(2026, 11, 20)));
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @ParameterizedTest
    @CsvSource({"v157..178, 178", "v100..193, 178", "v100..223, 178", "v100..177, 177", "v176..176, 176", "v178, 178",
            "v100..178 +PACEAPI, 178"})
    void agreesOnTheNewestCommonVersion(String versions, int agreed) throws IOException {
        try (var client = WireClient.connect(gateway)) {
            client.bytes(greeting(versions));
            assertThat(ServerGreeting.decode(client.frame().orElseThrow()).serverVersion()).isEqualTo(agreed);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"v100..175", "v179..200", "v201", "v100.200", "hello", "v178..157"})
    void hangsUpOnVersionsItDoesNotSpeak(String versions) throws IOException {
        try (var client = WireClient.connect(gateway)) {
            client.bytes(greeting(versions));
            assertThat(client.frame()).isEmpty();
        }
    }

    @Test
    void hangsUpOnWhatIsNoApiClient() throws IOException {
        try (var client = WireClient.connect(gateway)) {
            client.bytes("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(client.frame()).isEmpty();
        }
    }

    @Test
    void answersTheRecordedBytesOfAForeignClient() throws IOException {
        try (var client = WireClient.connect(gateway)) {
            client.bytes(hex("41 50 49 00 00 00 00 09 76 31 35 37 2e 2e 31 37 38"));
            assertThat(client.frame()).isPresent();
            client.bytes(hex("00 00 00 08 37 31 00 32 00 37 00 00"));
            client.until(ServerMessage.Notice.class, notice -> notice.code() == 2158);
            client.bytes(hex("00 00 00 4e 32 30 00 31 30 30 31 00 37 35 36 37 33 33 00 53 50 59 00 53 54 4b 00 00 00 "
                    + "00 00 53 4d 41 52 54 00 41 52 43 41 00 55 53 44 00 53 50 59 00 53 50 59 00 30 00 00 31 20 64 "
                    + "61 79 00 31 30 20 59 00 31 00 54 52 41 44 45 53 00 31 00 30 00 00"));
            var answer = client.next(ServerMessage.HistoricalData.class);
            assertThat(answer.requestId()).isEqualTo(1001);
            assertThat(answer.bars()).hasSize(2514);
        }
    }

    @Test
    void requestsThatShareASegmentAreAllAnswered() throws IOException {
        try (var client = WireClient.open(gateway, 1)) {
            var together = new ByteArrayOutputStream();
            for (int id = 1; id <= 20; id++) {
                together.writeBytes(
                        client.encode(ClientMessage.ContractDetailsRequest.of(id, WireClient.stock("SPY"))));
            }
            client.bytes(together.toByteArray());
            for (int id = 1; id <= 20; id++) {
                assertThat(client.next(ServerMessage.ContractData.class).requestId()).isEqualTo(id);
                assertThat(client.next(ServerMessage.ContractDataEnd.class).requestId()).isEqualTo(id);
            }
        }
    }

    @Test
    void requestThatComesByteByByteIsAnswered() throws IOException {
        try (var client = WireClient.open(gateway, 1)) {
            client.socket().setTcpNoDelay(true);
            for (byte each : client.encode(new ClientMessage.CurrentTimeRequest())) {
                client.bytes(new byte[]{each});
            }
            assertThat(client.next(ServerMessage.CurrentTime.class).epochSeconds())
                    .isEqualTo(Instant.parse("2026-11-21T02:00:00Z").getEpochSecond());
        }
    }

    @Test
    void clientIdInUseIsRefusedWith326AndTheConnectionEnds() throws IOException {
        try (var first = WireClient.open(gateway, 7); var second = WireClient.connect(gateway)) {
            second.greet();
            second.say(new ClientMessage.StartApi(7, ""));
            assertThat(second.nextNotice(326).requestId()).isEqualTo(-1);
            assertThat(second.frame()).isEmpty();
            first.assertSilent();
        }
    }

    @Test
    void clientIdIsFreeAgainOnceItsClientIsGone() throws IOException {
        try (var first = WireClient.open(gateway, 7)) {
            first.socket().shutdownOutput();
            assertThat(first.frame()).isEmpty();
        }
        WireClient.open(gateway, 7).close();
    }

    @Test
    void manyClientsAreServedAtOnce() throws Exception {
        int clients = 16;
        try (var threads = Executors.newFixedThreadPool(clients)) {
            var work = new ArrayList<Callable<Integer>>();
            for (int id = 0; id < clients; id++) {
                int clientId = id;
                work.add(() -> {
                    try (var client = WireClient.open(gateway, clientId)) {
                        return client.bars(1, "SPY").size() + client.bars(2, "VIX").size();
                    }
                });
            }
            for (var sizes : threads.invokeAll(work)) {
                assertThat(sizes.get()).isEqualTo(2 * 2514);
            }
        }
    }

    @Test
    void unknownMessagesAreSkipped() throws IOException {
        try (var client = WireClient.open(gateway, 1)) {
            client.bytes(frame("3\0" + "45\0" + "1\0"));
            client.bytes(frame("9999\0"));
            client.assertSilent();
        }
    }

    @Test
    void messageThatCannotBeReadGets320AndTheSessionGoesOn() throws IOException {
        try (var client = WireClient.open(gateway, 1)) {
            client.bytes(frame("20\0nonsense\0"));
            client.nextNotice(320);
            client.assertSilent();
        }
    }

    @Test
    void nothingIsAnsweredBeforeTheSessionIsOpen() throws IOException {
        try (var client = WireClient.connect(gateway)) {
            client.greet();
            client.say(new ClientMessage.CurrentTimeRequest());
            client.say(new ClientMessage.StartApi(3, ""));
            client.next(ServerMessage.ManagedAccounts.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void questionsAboutTheAccountGetTheirEnd(AccountTopic topic) throws IOException {
        try (var client = WireClient.open(gateway, 1)) {
            client.say(new ClientMessage.AccountQuestion(topic, 77, "DEMO42"));
            client.next(ServerMessage.AccountEnd.class);
            client.assertSilent();
        }
    }

    @Test
    void accountsAndNextIdAreToldAgain() throws IOException {
        try (var client = WireClient.open(gateway, 1)) {
            client.say(new ClientMessage.IdsRequest());
            client.next(ServerMessage.NextValidId.class);
            client.say(new ClientMessage.ManagedAccountsRequest());
            assertThat(client.next(ServerMessage.ManagedAccounts.class).accounts()).isEqualTo(List.of("DEMO42"));
        }
    }

    @Test
    void accountNamesTheSeed() throws IOException {
        try (var other = DemoGateway.start(DemoOptions.standard(CLOCK).withSeed(7));
                var client = WireClient.open(other, 1)) {
            client.say(new ClientMessage.ManagedAccountsRequest());
            assertThat(client.next(ServerMessage.ManagedAccounts.class).accounts()).isEqualTo(List.of("DEMO7"));
        }
    }

    private static byte[] greeting(String versions) {
        var text = versions.getBytes(StandardCharsets.US_ASCII);
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[]{'A', 'P', 'I', 0, 0, 0, 0, (byte) text.length});
        bytes.writeBytes(text);
        return bytes.toByteArray();
    }

    private static byte[] frame(String fields) {
        return FrameWriter.frame(fields.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text.replace(" ", ""));
    }
}
