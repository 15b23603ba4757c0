package io.tidemark.gateway.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.gateway.ClientKind;
import io.tidemark.gateway.ConnectResult;
import io.tidemark.gateway.ConnectResult.Step;
import io.tidemark.gateway.FetchResult;
import io.tidemark.gateway.FetchResult.Bars;
import io.tidemark.gateway.FetchResult.Disconnected;
import io.tidemark.gateway.FetchResult.NoData;
import io.tidemark.gateway.FetchResult.Paced;
import io.tidemark.gateway.FetchResult.Refused;
import io.tidemark.gateway.FetchResult.TimedOut;
import io.tidemark.gateway.GatewayListener;
import io.tidemark.gateway.HistoryDuration;
import io.tidemark.gateway.HistoryRequest;
import io.tidemark.gateway.Pacer;
import io.tidemark.gateway.PacingPolicy;
import io.tidemark.gateway.Pause;
import io.tidemark.gateway.RetrySchedule;
import io.tidemark.gateway.synthetic.SyntheticMarket;
import io.tidemark.gateway.tws.EveryClient;
import io.tidemark.gateway.tws.PlainBars;
import io.tidemark.gateway.tws.TwsClient;
import io.tidemark.gateway.tws.TwsEndpoint;
import io.tidemark.gateway.tws.TwsGateway;
import io.tidemark.gateway.tws.TwsTimings;
import io.tidemark.history.BarProblem;
import io.tidemark.history.BarValidation;
import io.tidemark.history.FinalBars;
import io.tidemark.history.VolumeUnit;
import io.tidemark.market.DailyBar;
import io.tidemark.market.DataSource;
import io.tidemark.market.Universe;
import io.tidemark.work.Progress;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each fault of the demo gateway, met by every client: the right outcome, soon, in the right words.
@EveryClient
@Timeout(120)
class FaultMatrixTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final LocalDate FIRST = LocalDate.of(2025, 11, 21);
    private static final LocalDate DAY = LocalDate.of(2026, 6, 10);
    private static final Duration BOUND = Duration.ofSeconds(15);
    private static final List<DailyBar> SOUND = PlainBars.of(SyntheticMarket.of(SyntheticMarket.DEFAULT_SEED)
            .bars(Universe.SPY, FIRST, TODAY));

    /// Short enough to wait for, long enough for a busy machine to answer in.
    private static final TwsTimings TIMINGS = new TwsTimings(
            new TwsTimings.Deadlines(seconds(3), seconds(3), seconds(3), millis(100), seconds(3), seconds(3),
                    seconds(3), seconds(4)),
            new TwsTimings.Pauses(millis(500), millis(20), millis(20), millis(20), millis(20)),
            new RetrySchedule(List.of(millis(20), millis(20)), List.of(1, 1), List.of(millis(20)), 0));

    private static final ExecutorService CLIENTS = Executors.newFixedThreadPool(8);
    private static final Map<Encounter, Future<Seen>> ENCOUNTERS = new HashMap<>();

    private final TwsClient client;

    FaultMatrixTest(TwsClient client) {
        this.client = client;
    }

    record Encounter(ClientKind client, String fault) {}

    /// What the client saw of a faulty gateway.
    record Seen(ConnectResult connected, FetchResult fetched, int retries, Duration took) {

        ConnectResult.Failed failed() {
            return as(ConnectResult.Failed.class, connected);
        }

        <T> T result(Class<T> kind) {
            assertThat(connected).isInstanceOf(ConnectResult.Connected.class);
            return as(kind, fetched);
        }

        List<DailyBar> bars() {
            return PlainBars.of(result(Bars.class).bars());
        }

        private static <T> T as(Class<T> kind, Object value) {
            assertThat(value).isInstanceOf(kind);
            return kind.cast(value);
        }
    }

    /// A fault and what has to come of it.
    record Case(String fault, String outcome, Consumer<Seen> expected) {
        @Override
        public String toString() {
            return fault + ": " + outcome;
        }
    }

    /// All encounters, several at once: most of them are waiting.
    @BeforeAll
    static void meetAll() {
        TwsClient.present().forEach(client -> cases().forEach(each -> ENCOUNTERS
                .put(new Encounter(client.kind(), each.fault), CLIENTS.submit(() -> meet(client, each.fault)))));
    }

    @AfterAll
    static void end() {
        CLIENTS.shutdownNow();
    }

    static Stream<Case> cases() {
        return Stream.of(connecting(), unanswered(), refused(), broken(), distorted()).flatMap(List::stream);
    }

    private static List<Case> connecting() {
        return List.of(
                new Case("no-handshake", "not connected, TWS hangs",
                        seen -> assertFailed(seen, Step.HANDSHAKE, "takes connections but does not answer", "restart")),
                new Case("version:173", "not connected, TWS too old",
                        seen -> assertFailed(seen, Step.VERSION, "version 173", "Install a current TWS")),
                new Case("version:9999", "not connected, TWS too new",
                        seen -> assertFailed(seen, Step.VERSION, "version 9999", "look for a newer")),
                new Case("error-326", "not connected, all ids in use",
                        seen -> assertFailed(seen, Step.ACCOUNTS, "is in use", "another client id")),
                new Case("error-326x1", "connected with the next id", FaultMatrixTest::assertSoundAtOnce),
                new Case("error-10141", "not connected, a person has to act",
                        seen -> assertFailed(seen, Step.ACCOUNTS, "disclaimer", "Accept the paper-trading disclaimer")),
                new Case("farm-broken:0.5", "bars once the farm is back", FaultMatrixTest::assertSoundAtOnce),
                new Case("farm-broken:60", "no answer, the farm is away",
                        seen -> assertThat(seen.result(TimedOut.class)).satisfies(timedOut -> {
                            assertThat(timedOut.what()).contains("IBKR's servers to come back");
                            assertThat(timedOut.advice()).contains("Wait some minutes");
                        })));
    }

    private static List<Case> unanswered() {
        return List.of(
                new Case("no-answer", "no answer", seen -> assertTimedOut(seen, "bars of SPY", "Restart TWS")),
                new Case("no-answerx1", "bars at the second attempt", seen -> assertSound(seen, 1)),
                new Case("no-answer:contract", "no answer", seen -> assertTimedOut(seen, "contract", "")),
                new Case("no-answer:contractx1", "bars at the second attempt", seen -> assertSound(seen, 1)),
                new Case("no-answer@TSLA", "SPY is not struck", FaultMatrixTest::assertSoundAtOnce),
                new Case("delay:0.3", "bars, later", FaultMatrixTest::assertSoundAtOnce),
                new Case("delay:60", "no answer", seen -> assertTimedOut(seen, "bars of SPY", "Restart TWS")));
    }

    private static List<Case> refused() {
        return List.of(
                new Case("error-162:pacing", "paced", seen -> assertThat(seen.result(Paced.class)).satisfies(paced -> {
                    assertThat(paced.text()).contains("pacing violation");
                    assertThat(paced.retryAfter()).isPositive();
                    assertThat(paced.advice()).contains("Wait");
                })), new Case("error-162:pacingx2", "bars at the third attempt", seen -> assertSound(seen, 2)),
                new Case("error-162:no-data", "no data",
                        seen -> assertThat(seen.result(NoData.class).text()).contains("returned no data")),
                new Case("error-162:no-datax1", "bars when asked with an end", FaultMatrixTest::assertSoundAtOnce),
                new Case("error-162:cancelled", "given up", seen -> assertTimedOut(seen, "TWS gave the query up", "")),
                new Case("error-162:permissions", "refused, a subscription is missing",
                        seen -> assertRefused(seen, 162, "No market data permissions", "Subscribe to 'NASDAQ")),
                new Case("error-162:other-session", "refused, logged in elsewhere",
                        seen -> assertRefused(seen, 162, "different IP address", "Log out of IBKR")),
                new Case("error-162:step", "refused", seen -> assertRefused(seen, 162, "invalid step", "report")),
                new Case("error-162:length", "refused", seen -> assertRefused(seen, 162, "Time length", "report")),
                new Case("error-200", "refused, unknown",
                        seen -> assertRefused(seen, 200, "No security definition", "Check the symbol")),
                new Case("error-200:ambiguous", "refused, ambiguous",
                        seen -> assertRefused(seen, 200, "ambiguous", "Check the symbol")),
                new Case("error-321", "refused, invalid",
                        seen -> assertRefused(seen, 321, "Error validating request", "TWS's own words")));
    }

    private static List<Case> broken() {
        return List.of(
                new Case("link-lost:1102x1", "bars once the link is back", FaultMatrixTest::assertSoundAfterTrouble),
                new Case("link-lost:1101x1", "bars once the link is back", FaultMatrixTest::assertSoundAfterTrouble),
                new Case("close-mid-frame", "disconnected",
                        seen -> assertThat(seen.result(Disconnected.class)).satisfies(lost -> {
                            assertThat(lost.reason()).contains("ended inside a frame");
                            assertThat(lost.advice()).isNotBlank();
                        })),
                new Case("close-mid-framex1", "bars after reconnecting", seen -> assertSound(seen, 1)),
                new Case("split-frame", "bars all the same", FaultMatrixTest::assertSoundAtOnce));
    }

    private static List<Case> distorted() {
        return List.of(
                new Case("lots", "bars, recognised as lots",
                        seen -> assertThat(VolumeUnit.judge(Universe.SPY, seen.bars())).isEqualTo(VolumeUnit.LOTS)),
                new Case("partial-bar", "bars, the last not final", FaultMatrixTest::assertLastIsNotFinal),
                new Case("split:4", "bars, all a quarter",
                        seen -> assertThat(ratios(seen.bars())).allMatch(ratio -> Math.abs(ratio - 0.25) < 1e-4)),
                new Case("missing-day:" + DAY, "bars without the day", seen -> assertThat(seen.bars())
                        .isEqualTo(SOUND.stream().filter(bar -> !bar.date().equals(DAY)).toList())),
                new Case("duplicate-bar:" + DAY, "refused, contradicts itself",
                        seen -> assertRefused(seen, 508, "two bars have the date " + DAY, "Try again later")),
                new Case("changed-bar", "bars, the last changed", seen -> {
                    int last = SOUND.size() - 1;
                    assertThat(seen.bars().subList(0, last)).isEqualTo(SOUND.subList(0, last));
                    assertThat(seen.bars().getLast().close()).isGreaterThan(SOUND.getLast().close());
                }), new Case("bad-bar:" + DAY, "bars that the store rejects by name", seen -> {
                    var problems = BarValidation.check(Universe.SPY, seen.bars());
                    assertThat(problems).isNotEmpty().allMatch(BarProblem::rejects)
                            .allMatch(problem -> problem.date().equals(DAY));
                }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void endsInTheRightOutcomeWithinBounds(Case each) throws Exception {
        var seen = Objects.requireNonNull(ENCOUNTERS.get(new Encounter(client.kind(), each.fault))).get();
        each.expected.accept(seen);
        assertThat(seen.took()).isLessThan(BOUND);
    }

    @Test
    void everyKindOfFaultIsInTheMatrix() {
        var covered = EnumSet.noneOf(FaultKind.class);
        cases().forEach(each -> covered.add(Fault.parse(each.fault).kind()));
        assertThat(covered).isEqualTo(EnumSet.allOf(FaultKind.class));
    }

    @Test
    void withoutFaultsTheSourceIsTheDemoMarketAndBarsAreSound() throws IOException {
        var seen = meet(client);
        assertSoundAtOnce(seen);
        assertThat(seen.connected()).isInstanceOfSatisfying(ConnectResult.Connected.class,
                connected -> assertThat(connected.source()).isEqualTo(new DataSource(DataSource.Kind.DEMO, "42")));
    }

    private static Seen meet(TwsClient with, String... faults) throws IOException {
        // Noon of a Friday in New York: far from IBKR's nightly reset, in which some refusals are not believed.
        var noon = Clock.offset(Clock.systemUTC(),
                Duration.between(Clock.systemUTC().instant(), Instant.parse("2026-11-20T17:00:00Z")));
        var options = DemoOptions.standard(noon).withToday(TODAY)
                .withFaults(Arrays.stream(faults).map(Fault::parse).toList());
        var retries = new AtomicInteger();
        long start = System.nanoTime();
        try (var server = DemoGateway.start(options);
                var gateway = new TwsGateway(with, new TwsEndpoint("127.0.0.1", server.port(), 71),
                        new Pacer(PacingPolicy.none(), noon, Pause.real()), noon, TIMINGS)) {
            gateway.addListener(new GatewayListener() {
                @Override
                public void retrying(HistoryRequest request, int attempt, FetchResult because, Duration retryIn) {
                    retries.incrementAndGet();
                }
            });
            var connected = gateway.connect(Progress.none());
            var request = HistoryRequest.trades(Universe.instrument(Universe.SPY), HistoryDuration.years(1));
            var fetched = gateway.fetch(request, Progress.none());
            return new Seen(connected, fetched, retries.get(), Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private static void assertFailed(Seen seen, Step step, String reason, String advice) {
        assertThat(seen.failed().step()).isEqualTo(step);
        assertThat(seen.failed().reason()).contains(reason);
        assertThat(seen.failed().advice()).contains(advice);
        assertThat(seen.fetched()).as("no bars without a connection").isNotInstanceOf(Bars.class);
    }

    private static void assertRefused(Seen seen, int code, String text, String advice) {
        var refused = seen.result(Refused.class);
        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.text()).contains(text);
        assertThat(refused.advice()).contains(advice);
        assertThat(seen.retries()).as("a refusal is not tried again").isZero();
    }

    private static void assertTimedOut(Seen seen, String what, String advice) {
        var timedOut = seen.result(TimedOut.class);
        assertThat(timedOut.what()).contains(what);
        assertThat(timedOut.advice()).contains(advice).isNotBlank();
    }

    private static void assertSound(Seen seen, int retries) {
        assertThat(seen.bars()).isEqualTo(SOUND);
        assertThat(seen.retries()).isEqualTo(retries);
    }

    private static void assertSoundAtOnce(Seen seen) {
        assertSound(seen, 0);
    }

    private static void assertSoundAfterTrouble(Seen seen) {
        assertSound(seen, 1);
    }

    private static void assertLastIsNotFinal(Seen seen) {
        var bars = seen.result(Bars.class);
        assertThat(bars.bars().getLast().date()).isEqualTo(TODAY);
        assertThat(bars.bars().getLast().volume()).isLessThan(SOUND.getLast().volume());
        var yesterday = SOUND.size() - 1;
        assertThat(PlainBars.of(FinalBars.of(bars.bars(), bars.asOf()))).endsWith(SOUND.get(yesterday - 1))
                .doesNotContain(PlainBars.of(bars.bars()).getLast());
    }

    private static List<Double> ratios(List<DailyBar> bars) {
        assertThat(bars).hasSameSizeAs(SOUND);
        return IntStream.range(0, bars.size()).mapToObj(i -> ratio(bars.get(i).close(), SOUND.get(i).close())).toList();
    }

    private static double ratio(BigDecimal one, BigDecimal other) {
        return one.doubleValue() / other.doubleValue();
    }

    private static Duration seconds(int count) {
        return Duration.ofSeconds(count);
    }

    private static Duration millis(int count) {
        return Duration.ofMillis(count);
    }
}
