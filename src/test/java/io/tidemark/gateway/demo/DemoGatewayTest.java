package io.tidemark.gateway.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.gateway.synthetic.SyntheticMarket;
import io.tidemark.gateway.wire.ClientMessage;
import io.tidemark.gateway.wire.ServerMessage.ManagedAccounts;
import io.tidemark.gateway.wire.ServerMessage.NextValidId;
import io.tidemark.gateway.wire.ServerMessage.Notice;
import io.tidemark.market.Universe;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DemoGatewayTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T15:00:00Z"), ZoneOffset.UTC);

    private DemoGateway gateway;

    @BeforeEach
    void start() throws IOException {
        gateway = DemoGateway.start(DemoOptions.standard(CLOCK).withToday(TODAY));
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void opensASessionWithAccountsNextIdAndFarms() throws IOException {
        try (var client = WireClient.connect(gateway)) {
            var greeting = client.greet();
            assertThat(greeting.serverVersion()).isEqualTo(178);
            assertThat(greeting.time()).isEqualTo("20261120 21:00:00 US/Eastern");
            client.say(new ClientMessage.StartApi(7, ""));
            assertThat(client.next()).isEqualTo(new ManagedAccounts(List.of("DEMO42")));
            assertThat(client.next()).isInstanceOf(NextValidId.class);
            client.nextNotice(2104);
            client.nextNotice(2106);
            assertThat(client.nextNotice(2158).requestId()).isEqualTo(Notice.GENERAL);
        }
    }

    @Test
    void servesTenYearsOfTheSyntheticMarketUpToToday() throws IOException {
        var expected = SyntheticMarket.of(SyntheticMarket.DEFAULT_SEED).bars(Universe.SPY, LocalDate.of(2016, 11, 21),
                TODAY);
        try (var client = WireClient.open(gateway, 1)) {
            var bars = client.bars(1001, "SPY");
            assertThat(bars).hasSameSizeAs(expected);
            assertThat(bars.getFirst().date()).isEqualTo("20161121");
            assertThat(bars.getLast().date()).isEqualTo("20261120");
            for (int i = 0; i < bars.size(); i++) {
                assertThat(bars.get(i).open()).isEqualTo(expected.get(i).open());
                assertThat(bars.get(i).high()).isEqualTo(expected.get(i).high());
                assertThat(bars.get(i).low()).isEqualTo(expected.get(i).low());
                assertThat(bars.get(i).close()).isEqualTo(expected.get(i).close());
                assertThat(bars.get(i).volume()).isEqualTo(expected.get(i).volume());
            }
        }
    }

    @Test
    void saysThatAPortIsTaken() {
        assertThatThrownBy(() -> DemoGateway.start(DemoOptions.standard(CLOCK).withPort(gateway.port())))
                .isInstanceOf(IOException.class).hasMessageContaining("127.0.0.1:" + gateway.port())
                .hasMessageContaining("another port");
    }

    @Test
    void hangsUpOnAllClientsWhenClosed() throws Exception {
        try (var first = WireClient.open(gateway, 1); var second = WireClient.open(gateway, 2)) {
            gateway.close();
            assertThat(first.frame()).isEmpty();
            assertThat(second.frame()).isEmpty();
            gateway.awaitClose();
        }
    }
}
