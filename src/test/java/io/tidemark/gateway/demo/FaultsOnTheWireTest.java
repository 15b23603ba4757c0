package io.tidemark.gateway.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.gateway.wire.ClientGreeting;
import io.tidemark.gateway.wire.ClientMessage.CancelHistoricalData;
import io.tidemark.gateway.wire.ClientMessage.ContractDetailsRequest;
import io.tidemark.gateway.wire.ClientMessage.CurrentTimeRequest;
import io.tidemark.gateway.wire.ClientMessage.StartApi;
import io.tidemark.gateway.wire.HistoricalBar;
import io.tidemark.gateway.wire.ServerMessage.ContractData;
import io.tidemark.gateway.wire.ServerMessage.ContractDataEnd;
import io.tidemark.gateway.wire.ServerMessage.CurrentTime;
import io.tidemark.gateway.wire.ServerMessage.HistoricalData;
import io.tidemark.gateway.wire.ServerMessage.Notice;
import io.tidemark.gateway.wire.WireException;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What each fault looks like to a client, frame by frame.
@Timeout(60)
class FaultsOnTheWireTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final BigDecimal FOUR = BigDecimal.valueOf(4);

    private final List<DemoGateway> started = new ArrayList<>();

    @AfterEach
    void stop() {
        started.forEach(DemoGateway::close);
    }

    private WireClient open(String... faults) throws IOException {
        return WireClient.open(start(faults), 1);
    }

    private DemoGateway start(String... faults) throws IOException {
        var gateway = DemoGateway.start(DemoOptions.standard(Clock.systemUTC()).withToday(TODAY)
                .withFaults(Arrays.stream(faults).map(Fault::parse).toList()));
        started.add(gateway);
        return gateway;
    }

    private List<HistoricalBar> sound(String symbol) throws IOException {
        try (var client = open()) {
            return client.bars(1, symbol);
        }
    }

    /// Fails when the server says anything within a moment.
    private static void assertMute(WireClient client) throws IOException {
        client.socket().setSoTimeout(150);
        assertThatThrownBy(client::frame).isInstanceOf(SocketTimeoutException.class);
        client.socket().setSoTimeout(WireClient.DEADLINE_MILLIS);
    }

    @Test
    void noHandshakeTakesTheConnectionAndStaysMute() throws IOException {
        var gateway = start("no-handshakex1");
        try (var client = WireClient.connect(gateway)) {
            client.bytes(ClientGreeting.ours().encode());
            assertMute(client);
        }
        WireClient.open(gateway, 1).close();
    }

    @ParameterizedTest
    @CsvSource({"173", "200"})
    void versionAnnouncesAnother(int version) throws IOException {
        var gateway = start("version:" + version);
        try (var client = WireClient.connect(gateway)) {
            assertThat(client.greet().serverVersion()).isEqualTo(version);
        }
    }

    @ParameterizedTest
    @CsvSource({"error-326, 326, client id is already in use", "error-10141, 10141, disclaimer"})
    void refusalOfASessionHasItsCodeAndHangsUp(String fault, int code, String words) throws IOException {
        var gateway = start(fault + "x2");
        for (int attempt = 0; attempt < 2; attempt++) {
            try (var client = WireClient.connect(gateway)) {
                client.greet();
                client.say(new StartApi(5, ""));
                var notice = client.nextNotice(code);
                assertThat(notice.requestId()).isEqualTo(Notice.GENERAL);
                assertThat(notice.text()).contains(words);
                assertThat(client.frame()).isEmpty();
            }
        }
        WireClient.open(gateway, 5).close();
    }

    @Test
    void farmBrokenIsToldOnConnectingAndMendsByItself() throws IOException {
        var gateway = start("farm-broken:0.4x1");
        try (var client = WireClient.connect(gateway)) {
            client.greet();
            client.say(new StartApi(1, ""));
            var codes = client.until(Notice.class, notice -> notice.code() == 2158).stream()
                    .filter(Notice.class::isInstance).map(each -> ((Notice) each).code()).toList();
            assertThat(codes).containsExactly(2104, 2105, 2158);
            client.say(WireClient.tenYears(1, "SPY"));
            assertMute(client);
            client.nextNotice(2106);
            assertThat(client.bars(2, "SPY")).isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"1102, data maintained", "1101, data lost"})
    void linkLostLosesTheRequestAndIsRestored(int code, String words) throws IOException {
        try (var client = open("link-lost:" + code + "x1")) {
            client.say(WireClient.tenYears(1, "SPY"));
            client.nextNotice(1100);
            client.say(WireClient.tenYears(2, "SPY"));
            assertThat(client.nextNotice(code).text()).contains(words);
            assertThat(client.bars(3, "SPY")).isNotEmpty();
        }
    }

    @Test
    void noAnswerLeavesTheRequestOpenWhileOthersAreAnswered() throws IOException {
        try (var client = open("no-answer@TSLAx1")) {
            client.say(WireClient.tenYears(1, "TSLA"));
            assertThat(client.bars(2, "SPY")).isNotEmpty();
            client.say(WireClient.tenYears(1, "TSLA"));
            client.nextNotice(322);
            client.say(new CancelHistoricalData(1));
            assertThat(client.nextNotice(162).text()).contains("cancelled: 1");
            assertThat(client.bars(1, "TSLA")).isNotEmpty();
        }
    }

    @Test
    void noAnswerCanMeanTheContract() throws IOException {
        try (var client = open("no-answer:contractx1")) {
            client.say(ContractDetailsRequest.of(1, WireClient.stock("SPY")));
            client.assertSilent();
            client.say(ContractDetailsRequest.of(2, WireClient.stock("SPY")));
            client.next(ContractData.class);
            client.next(ContractDataEnd.class);
        }
    }

    @Test
    void delayedAnswerLetsOthersPass() throws IOException {
        try (var client = open("delay:0.3x1")) {
            client.say(WireClient.tenYears(1, "SPY"));
            client.say(new CurrentTimeRequest());
            client.next(CurrentTime.class);
            assertThat(client.next(HistoricalData.class).requestId()).isEqualTo(1);
        }
    }

    @Test
    void delayedAnswerThatIsCancelledNeverComes() throws IOException {
        try (var client = open("delay:0.1x1")) {
            client.say(WireClient.tenYears(1, "SPY"));
            client.say(new CancelHistoricalData(1));
            client.nextNotice(162);
            assertMute(client);
        }
    }

    @ParameterizedTest
    @CsvSource({"pacing, pacing violation", "no-data, HMDS query returned no data: SPY@SMART Trades",
            "cancelled, API historical data query cancelled", "permissions, No market data permissions for",
            "other-session, Trading TWS session is connected from a different IP address", "step, invalid step",
            "length, Time length exceed max"})
    void historyErrorHasEachOfItsTexts(String variant, String words) throws IOException {
        try (var client = open("error-162:" + variant + "x1")) {
            client.say(WireClient.tenYears(1, "SPY"));
            var notice = client.nextNotice(162);
            assertThat(notice.requestId()).isEqualTo(1);
            assertThat(notice.text()).startsWith("Historical Market Data Service error message:").contains(words);
            assertThat(client.bars(1, "SPY")).as("the id is free again").isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"error-200x1, No security definition", "error-200:ambiguousx1, ambiguous"})
    void contractErrorComesInsteadOfTheRow(String fault, String words) throws IOException {
        try (var client = open(fault)) {
            client.say(ContractDetailsRequest.of(1, WireClient.stock("SPY")));
            assertThat(client.nextNotice(200).text()).contains(words);
            assertThat(client.bars(2, "SPY")).isNotEmpty();
        }
    }

    @Test
    void invalidRequestIsRefusedWith321() throws IOException {
        try (var client = open("error-321@SPYx1")) {
            client.say(WireClient.tenYears(1, "SPY"));
            assertThat(client.nextNotice(321).text()).startsWith("Error validating request");
            assertThat(client.bars(2, "SPY")).isNotEmpty();
        }
    }

    @Test
    void closeMidFrameBreaksOffInsideTheBars() throws IOException {
        try (var client = open("close-mid-framex1")) {
            client.say(WireClient.tenYears(1, "SPY"));
            assertThatThrownBy(client::frame).isInstanceOf(WireException.class).hasMessageContaining("inside a frame");
        }
        try (var client = WireClient.open(started.getFirst(), 1)) {
            assertThat(client.bars(1, "SPY")).isNotEmpty();
        }
    }

    @Test
    void splitFrameIsTheSameFrameInTheEnd() throws IOException {
        try (var client = open("split-frame")) {
            client.say(WireClient.history(1, "SPY", "", "1 day", "1 M", "TRADES"));
            var bars = client.next(HistoricalData.class).bars();
            assertThat(sound("SPY")).endsWith(bars.toArray(HistoricalBar[]::new));
        }
    }

    @Test
    void lotsDivideVolumesByAHundred() throws IOException {
        try (var client = open("lots@SPY")) {
            var bars = client.bars(1, "SPY");
            var sound = sound("SPY");
            assertThat(IntStream.range(0, bars.size())).allMatch(i -> bars.get(i).volume()
                    .compareTo(sound.get(i).volume().movePointLeft(2)) == 0);
            assertThat(client.bars(2, "TSLA")).isEqualTo(sound("TSLA"));
        }
    }

    @Test
    void partialBarIsTodaysAtNoon() throws IOException {
        try (var client = open("partial-bar")) {
            client.say(new CurrentTimeRequest());
            assertThat(client.next(CurrentTime.class).epochSeconds())
                    .isEqualTo(Instant.parse("2026-11-20T17:00:00Z").getEpochSecond());
            var bars = client.bars(1, "SPY");
            var whole = sound("SPY").getLast();
            var partial = bars.getLast();
            assertThat(partial.date()).isEqualTo("20261120");
            assertThat(partial.open()).isEqualTo(whole.open());
            assertThat(partial.high()).isLessThanOrEqualTo(whole.high());
            assertThat(partial.low()).isGreaterThanOrEqualTo(whole.low());
            assertThat(partial.volume()).isLessThan(whole.volume());
            assertThat(bars.get(bars.size() - 2).date()).isEqualTo("20261119");
        }
    }

    @Test
    void withoutThatFaultNoonKnowsNothingOfToday() throws IOException {
        var noon = Clock.fixed(Instant.parse("2026-11-20T17:00:00Z"), ZoneOffset.UTC);
        try (var gateway = DemoGateway.start(DemoOptions.standard(noon));
                var client = WireClient.open(gateway, 1)) {
            assertThat(client.bars(1, "SPY").getLast().date()).isEqualTo("20261119");
        }
    }

    @Test
    void splitRestatesTheWholePast() throws IOException {
        try (var client = open("split:4@TSLA")) {
            var bars = client.bars(1, "TSLA");
            var sound = sound("TSLA");
            assertThat(IntStream.range(0, bars.size())).allMatch(i -> bars.get(i).close().multiply(FOUR)
                    .subtract(sound.get(i).close()).abs().compareTo(new BigDecimal("0.001")) < 0);
            assertThat(bars.getFirst().volume()).isEqualByComparingTo(sound.getFirst().volume().multiply(FOUR));
        }
    }

    @ParameterizedTest
    @CsvSource({"2026-11-20, 4", "2026-11-21, 1"})
    void datedSplitRestatesThePastFromItsDayOn(String from, int shares) throws IOException {
        try (var client = open("split:4:" + from)) {
            BigDecimal before = sound("SPY").getFirst().volume();
            assertThat(client.bars(1, "SPY").getFirst().volume())
                    .isEqualByComparingTo(before.multiply(BigDecimal.valueOf(shares)));
        }
    }

    @ParameterizedTest
    @CsvSource({"missing-day:2024-06-10, 20240610", "missing-day, 20211118"})
    void missingDayIsAbsent(String fault, String day) throws IOException {
        try (var client = open(fault)) {
            var dates = dates(client.bars(1, "SPY"));
            var all = new TreeSet<>(dates(sound("SPY")));
            assertThat(all).contains(day);
            all.removeAll(Set.copyOf(dates));
            assertThat(all).containsExactly(day);
        }
    }

    @Test
    void duplicateBarIsThereTwice() throws IOException {
        try (var client = open("duplicate-bar:2024-06-10")) {
            var bars = client.bars(1, "SPY");
            assertThat(bars).hasSize(sound("SPY").size() + 1);
            assertThat(dates(bars).stream().filter("20240610"::equals)).hasSize(2);
        }
    }

    @Test
    void changedBarIsTheLastOnly() throws IOException {
        try (var client = open("changed-bar")) {
            var bars = client.bars(1, "SPY");
            var sound = sound("SPY");
            assertThat(bars.subList(0, bars.size() - 1)).isEqualTo(sound.subList(0, sound.size() - 1));
            assertThat(bars.getLast().close()).isGreaterThan(sound.getLast().close());
            assertThat(bars.getLast().high()).isGreaterThanOrEqualTo(bars.getLast().close());
        }
    }

    @Test
    void badBarHasItsHighBelowItsLow() throws IOException {
        try (var client = open("bad-bar:2024-06-10")) {
            var bad = client.bars(1, "SPY").stream().filter(bar -> bar.high().compareTo(bar.low()) < 0).toList();
            assertThat(bad).singleElement().extracting(HistoricalBar::date).isEqualTo("20240610");
        }
    }

    @Test
    void severalFaultsStrikeTogether() throws IOException {
        try (var client = open("lots", "missing-day:2024-06-10", "delay:0.05x1", "error-162:pacing@VIXx1")) {
            var bars = client.bars(1, "SPY");
            assertThat(dates(bars)).doesNotContain("20240610");
            assertThat(bars.getFirst().volume()).isLessThan(new BigDecimal("10000000"));
            client.say(WireClient.tenYears(2, "VIX"));
            client.nextNotice(162);
        }
    }

    private static List<String> dates(List<HistoricalBar> bars) {
        return bars.stream().map(HistoricalBar::date).toList();
    }
}
