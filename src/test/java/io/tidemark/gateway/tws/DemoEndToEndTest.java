package io.tidemark.gateway.tws;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.gateway.ConnectResult;
import io.tidemark.gateway.ConnectResult.Connected;
import io.tidemark.gateway.FetchResult;
import io.tidemark.gateway.FetchResult.Bars;
import io.tidemark.gateway.GatewayState;
import io.tidemark.gateway.HistoryDuration;
import io.tidemark.gateway.HistoryRequest;
import io.tidemark.gateway.Pacer;
import io.tidemark.gateway.PacingPolicy;
import io.tidemark.gateway.Pause;
import io.tidemark.gateway.demo.DemoGateway;
import io.tidemark.gateway.demo.DemoOptions;
import io.tidemark.gateway.demo.Fault;
import io.tidemark.gateway.synthetic.SyntheticMarket;
import io.tidemark.market.DataSource;
import io.tidemark.market.Instrument;
import io.tidemark.market.SessionClock;
import io.tidemark.market.Universe;
import io.tidemark.work.Progress;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A client against the demo gateway: two programs that only share the messages.
@EveryClient
@Timeout(60)
class DemoEndToEndTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final Clock SERVER_CLOCK = Clock.fixed(Instant.parse("2026-11-20T15:00:00Z"), ZoneOffset.UTC);
    private static final HistoryRequest SPY = HistoryRequest.trades(Universe.instrument(Universe.SPY),
            HistoryDuration.years(1));

    private final Recorder told = new Recorder();
    private final TwsClient client;

    DemoEndToEndTest(TwsClient client) {
        this.client = client;
    }

    @Test
    void tenYearsOfFiveSymbolsArriveAsTheMarketMadeThem() throws IOException {
        try (var server = DemoGateway.start(options()); var gateway = gateway(server)) {
            assertThat(((Connected) gateway.connect(Progress.none())).source())
                    .isEqualTo(new DataSource(DataSource.Kind.DEMO, "42"));
            for (Instrument each : Universe.defaults()) {
                var bars = (Bars) gateway.fetch(HistoryRequest.trades(each, HistoryDuration.years(10)),
                        Progress.none());
                assertThat(PlainBars.of(bars.bars())).isEqualTo(PlainBars.of(SyntheticMarket.of(42)
                        .bars(each.symbol(), LocalDate.of(2016, 11, 21), TODAY)));
                assertThat(SessionClock.isFinal(TODAY, bars.asOf())).isTrue();
            }
            assertThat(server.port()).isPositive();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            no-handshake   | HANDSHAKE | takes connections but does not answer | restart TWS or IB Gateway
            version        | VERSION   | version 173; CLIENT needs 176 to | current TWS
            version:9999   | VERSION   | version 9999; CLIENT needs 176 to | newer CLIENT
            error-326      | ACCOUNTS  | client id 73 is in use | another client id
            error-10141    | ACCOUNTS  | disclaimer | Accept the paper-trading disclaimer
            """)
    void faultOnConnectingIsNamed(String fault, ConnectResult.Step step, String reason, String advice)
            throws IOException {
        try (var server = DemoGateway.start(options(fault)); var gateway = gateway(server)) {
            var failed = (ConnectResult.Failed) gateway.connect(Progress.none());
            assertThat(failed.step()).isEqualTo(step);
            assertThat(failed.reason()).contains(reason.replace("CLIENT", client.words()));
            assertThat(failed.advice()).contains(advice.replace("CLIENT", client.words()));
            assertThat(gateway.state()).isEqualTo(GatewayState.DISCONNECTED);
        }
    }

    /// Faults that strike once are outlived; the column says after which kind of failure.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            error-326@x2             | ''
            farm-broken:0.3          | ''
            link-lost:1101@SPYx1     | Disconnected
            link-lost:1102@SPYx1     | Disconnected
            no-answer:bars@SPYx1     | TimedOut
            no-answer:contract@SPYx1 | TimedOut
            delay:0.1                | ''
            error-162:pacing@SPYx1   | Paced
            error-162:cancelled@SPYx1 | TimedOut
            error-162:no-data@SPYx1  | ''
            close-mid-frame@SPYx1    | Disconnected
            split-frame              | ''
            """)
    void faultThatPassesIsOutlived(String fault, String failure) throws IOException {
        try (var server = DemoGateway.start(options(fault)); var gateway = gateway(server)) {
            assertThat(gateway.fetch(SPY, Progress.none())).isInstanceOf(Bars.class);
            assertThat(told.lines("retrying"))
                    .isEqualTo(failure.isEmpty() ? List.of() : List.of("retrying SPY 1 " + failure));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            error-200               | Refused      | Check the symbol
            error-200:ambiguous     | Refused      | Check the symbol
            error-321               | Refused      | the part that it does not accept
            error-162:no-data       | NoData       | ''
            error-162:pacing        | Paced        | Wait
            error-162:permissions   | Refused      | Client Portal
            error-162:other-session | Refused      | Log out of IBKR
            error-162:step          | Refused      | does not accept
            error-162:length        | Refused      | does not accept
            error-162:cancelled     | TimedOut     | restart it
            no-answer               | TimedOut     | Restart TWS
            no-answer:contract      | TimedOut     | stays silent
            close-mid-frame         | Disconnected | ''
            duplicate-bar           | Refused      | Try again later
            """)
    void faultThatStaysEndsInItsOwnOutcome(String fault, String outcome, String advice) throws IOException {
        try (var server = DemoGateway.start(options(fault)); var gateway = gateway(server)) {
            FetchResult result = gateway.fetch(SPY, Progress.none());
            assertThat(result.getClass().getSimpleName()).as("%s", result).isEqualTo(outcome);
            assertThat(result.toString()).contains(advice);
        }
    }

    /// One of many runs is enough: a busy machine slows single ones down, but a slow client slows all.
    @Test
    void connectingAndTenRequestsCostLittle() {
        assertThat(IntStream.range(0, 20).mapToObj(i -> download())
                .anyMatch(cost -> cost.compareTo(Duration.ofMillis(150)) < 0)).isTrue();
    }

    private Duration download() {
        try (var server = DemoGateway.start(options())) {
            long start = System.nanoTime();
            try (var gateway = quiet(server)) {
                for (Instrument each : Universe.defaults()) {
                    assertThat(gateway.fetch(HistoryRequest.trades(each, HistoryDuration.years(10)),
                            Progress.none())).isInstanceOf(Bars.class);
                }
            }
            return Duration.ofNanos(System.nanoTime() - start);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private TwsGateway gateway(DemoGateway server) {
        var gateway = quiet(server);
        gateway.addListener(told);
        return gateway;
    }

    private TwsGateway quiet(DemoGateway server) {
        var pacer = new Pacer(PacingPolicy.none(), Clock.systemUTC(), Pause.real());
        return new TwsGateway(client, new TwsEndpoint("127.0.0.1", server.port(), 71), pacer, Clock.systemUTC(),
                ShortTimings.withImpaired(Duration.ofSeconds(5)));
    }

    private static DemoOptions options(String... faults) {
        return DemoOptions.standard(SERVER_CLOCK).withToday(TODAY)
                .withFaults(IntStream.range(0, faults.length).mapToObj(i -> Fault.parse(faults[i])).toList());
    }
}
