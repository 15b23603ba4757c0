package io.tidemark.gateway.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.gateway.synthetic.SyntheticMarket;
import io.tidemark.gateway.wire.ClientMessage.CancelHeadTimestamp;
import io.tidemark.gateway.wire.ClientMessage.CancelHistoricalData;
import io.tidemark.gateway.wire.ClientMessage.HeadTimestampRequest;
import io.tidemark.gateway.wire.ClientMessage.HistoricalDataRequest;
import io.tidemark.gateway.wire.ClientMessage.HistoricalRange;
import io.tidemark.gateway.wire.HistoricalBar;
import io.tidemark.gateway.wire.ServerMessage.HeadTimestamp;
import io.tidemark.gateway.wire.ServerMessage.HistoricalData;
import io.tidemark.gateway.wire.ServerMessage.HistoricalSchedule;
import io.tidemark.gateway.wire.ServerMessage.Session;
import io.tidemark.market.TradingCalendar;
import io.tidemark.market.Universe;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Requests for bars, sessions and the earliest date: what is answered, and what is refused in which words.
@Timeout(30)
class HistoryAnswersTest {
    private DemoGateway gateway;
    private WireClient client;

    @BeforeEach
    void start() throws IOException {
        // A Friday; the Monday before was an ordinary session, the Thursday after is Thanksgiving.
        gateway = DemoGateway.start(DemoOptions.standard(Clock.systemUTC()).withToday(LocalDate.of(2026, 11, 20)));
        client = WireClient.open(gateway, 1);
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        gateway.close();
    }

    private HistoricalData ask(String symbol, String end, String duration, String series) throws IOException {
        client.say(WireClient.history(9, symbol, end, "1 day", duration, series));
        return client.next(HistoricalData.class);
    }

    private static List<String> dates(HistoricalData answer) {
        return answer.bars().stream().map(HistoricalBar::date).toList();
    }

    @ParameterizedTest
    @CsvSource({"10 Y, 20161121", "1 Y, 20251121", "1 M, 20261021", "2 W, 20261109", "5 D, 20261116", "1 D, 20261120",
            "86400 S, 20261120", "60 S, 20261120", "12 M, 20251121", "52 W, 20251124", "365 D, 20250611"})
    void durationReachesBackToItsFirstSession(String duration, String first) throws IOException {
        assertThat(dates(ask("SPY", "", duration, "TRADES"))).first().isEqualTo(first);
    }

    @Test
    void tenYearsHoldEverySessionOnce() throws IOException {
        var expected = TradingCalendar.nyse().sessions(LocalDate.of(2016, 11, 21), LocalDate.of(2026, 11, 20)).stream()
                .map(date -> date.toString().replace("-", "")).toList();
        for (String symbol : List.of("SPY", "VIX", "TSLA", "NVDA", "AMD")) {
            assertThat(dates(ask(symbol, "", "10 Y", "TRADES"))).as(symbol).isEqualTo(expected);
        }
    }

    @Test
    void spanBeforeTheFirstBarIsLeftOut() throws IOException {
        assertThat(dates(ask("SPY", "", "68 Y", "TRADES"))).first().isEqualTo("20000103");
    }

    @ParameterizedTest
    @CsvSource({"20241231 16:00:00 US/Eastern, 20241231", "20241231 15:59:59 US/Eastern, 20241230",
            "20241231-21:00:00, 20241231", "20241231-20:59:59, 20241230", "20241231 22:00:00 Europe/Berlin, 20241231",
            "20250101 12:00:00 US/Eastern, 20241231", "20990101 00:00:00 UTC, 20261120"})
    void endDateCutsAfterTheLastFinishedSession(String end, String last) throws IOException {
        assertThat(dates(ask("SPY", end, "1 M", "TRADES"))).last().isEqualTo(last);
    }

    @Test
    void endDateWithoutZoneIsWarnedOfAndTakenAsNewYork() throws IOException {
        client.say(WireClient.history(9, "SPY", "20241231 16:00:00", "1 day", "5 D", "TRADES"));
        assertThat(client.nextNotice(2174).requestId()).isEqualTo(9);
        assertThat(dates(client.next(HistoricalData.class))).last().isEqualTo("20241231");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"1 day|10 Y|PRICES|321|PRICES", "1 d|10 Y|TRADES|321|bar size",
            "1 D|10 Y|TRADES|321|bar size", "day|10 Y|TRADES|321|bar size", "1 day|10Y|TRADES|321|integer{SPACE}unit",
            "1 day|ten Y|TRADES|321|integer{SPACE}unit", "1 day|10 y|TRADES|321|integer{SPACE}unit",
            "1 day||TRADES|321|integer{SPACE}unit", "1 day|366 D|TRADES|321|must be made in years",
            "1 day|53 W|TRADES|321|must be made in years", "1 day|18 M|TRADES|321|must be made in years",
            "1 day|69 Y|TRADES|162|Time length exceed max",
            "1 min|5 D|TRADES|162|HMDS query returned no data: SPY@SMART Trades",
            "1 day|1 Y|HISTORICAL_VOLATILITY|162|no data", "1 hour|1 Y|SCHEDULE|321|SCHEDULE"})
    void requestsThatTwsRefusesAreRefused(String barSize, String duration, String series, int code, String words)
            throws IOException {
        client.say(WireClient.history(9, "SPY", "", barSize, duration == null ? "" : duration, series));
        var refusal = client.nextNotice(code);
        assertThat(refusal.requestId()).isEqualTo(9);
        assertThat(refusal.text()).contains(words);
        client.assertSilent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"20241231", "2024-12-31 16:00:00", "20241331 16:00:00", "20241231 16:00:00 Mars/Base",
            "20241231-21:00:00 UTC", "tomorrow"})
    void endDatesThatCannotBeReadAreRefusedWith10314(String end) throws IOException {
        client.say(WireClient.history(9, "SPY", end, "1 day", "1 M", "TRADES"));
        assertThat(client.nextNotice(10314).requestId()).isEqualTo(9);
    }

    @Test
    void adjustedLastTakesNoEndDate() throws IOException {
        client.say(WireClient.history(9, "SPY", "20241231-21:00:00", "1 day", "1 M", "ADJUSTED_LAST"));
        assertThat(client.nextNotice(321).text()).contains("End date not supported with adjusted last");
        assertThat(ask("SPY", "", "1 M", "ADJUSTED_LAST").bars()).isEqualTo(ask("SPY", "", "1 M", "TRADES").bars());
    }

    @Test
    void unknownSymbolGets200() throws IOException {
        client.say(WireClient.tenYears(9, "MSFT"));
        assertThat(client.nextNotice(200).requestId()).isEqualTo(9);
    }

    @Test
    void indexHasNoQuotesSeriesAndNoVolume() throws IOException {
        client.say(WireClient.history(9, "VIX", "", "1 day", "1 M", "MIDPOINT"));
        client.nextNotice(162);
        assertThat(ask("VIX", "", "1 M", "TRADES").bars()).allSatisfy(bar -> {
            assertThat(bar.volume()).isZero();
            assertThat(bar.average()).isZero();
            assertThat(bar.trades()).isZero();
        });
    }

    @Test
    void quotesSeriesHaveMinusOneForVolume() throws IOException {
        assertThat(ask("SPY", "", "1 M", "MIDPOINT").bars()).allSatisfy(bar -> {
            assertThat(bar.volume()).isEqualTo(BigDecimal.valueOf(-1));
            assertThat(bar.average()).isEqualTo(BigDecimal.valueOf(-1));
            assertThat(bar.trades()).isEqualTo(-1);
        });
    }

    @Test
    void impliedVolatilityIsServedForStocksOnly() throws IOException {
        var expected = SyntheticMarket.of(SyntheticMarket.DEFAULT_SEED).impliedVolatility(Universe.SPY,
                LocalDate.of(2026, 11, 20), LocalDate.of(2026, 11, 20)).getFirst();
        var bar = ask("SPY", "", "1 Y", "OPTION_IMPLIED_VOLATILITY").bars().getLast();
        assertThat(bar.close()).isEqualTo(expected.close());
        client.say(WireClient.history(9, "VIX", "", "1 day", "1 Y", "OPTION_IMPLIED_VOLATILITY"));
        assertThat(client.nextNotice(162).text()).contains("no data").contains("VIX@CBOE");
    }

    @Test
    void scheduleListsTheSessions() throws IOException {
        client.say(WireClient.history(9, "SPY", "20261127-22:00:00", "1 day", "1 W", "SCHEDULE"));
        var schedule = client.next(HistoricalSchedule.class);
        assertThat(schedule.timeZone()).isEqualTo("US/Eastern");
        assertThat(schedule.sessions()).last()
                .isEqualTo(new Session("20261120-09:30:00", "20261120-16:00:00", "20261120"));
        client.say(WireClient.history(9, "SPY", "20251201-00:00:00", "1 day", "1 W", "SCHEDULE"));
        assertThat(client.next(HistoricalSchedule.class).sessions()).extracting(Session::date)
                .containsExactly("20251124", "20251125", "20251126", "20251128");
    }

    @Test
    void earliestDateComesAsTextOrAsSeconds() throws IOException {
        client.say(new HeadTimestampRequest(4, WireClient.stock("SPY"), false, true, "TRADES", 1));
        assertThat(client.next()).isEqualTo(new HeadTimestamp(4, "20000103-14:30:00"));
        client.say(new CancelHeadTimestamp(4));
        client.say(new HeadTimestampRequest(4, WireClient.stock("SPY"), false, true, "TRADES", 2));
        assertThat(client.next()).isEqualTo(new HeadTimestamp(4, "946909800"));
    }

    @Test
    void idOfARequestThatIsStillOpenIsRefusedWith322() throws IOException {
        client.say(new HeadTimestampRequest(4, WireClient.stock("SPY"), false, true, "TRADES", 1));
        client.next(HeadTimestamp.class);
        client.say(WireClient.tenYears(4, "SPY"));
        assertThat(client.nextNotice(322).requestId()).isEqualTo(4);
        client.say(new CancelHeadTimestamp(4));
        assertThat(client.bars(4, "SPY")).isNotEmpty();
        assertThat(client.bars(4, "SPY")).as("an answered id is free").isNotEmpty();
    }

    @Test
    void updatesKeepTheRequestOpenUntilItIsCancelled() throws IOException {
        var range = new HistoricalRange("", "1 day", "5 D", true, "TRADES");
        client.say(new HistoricalDataRequest(4, WireClient.stock("SPY"), false, range, 1, true, ""));
        client.next(HistoricalData.class);
        client.say(new CancelHistoricalData(4));
        assertThat(client.nextNotice(162).text()).contains("API historical data query cancelled: 4");
        client.say(new CancelHistoricalData(4));
        assertThat(client.nextNotice(366).text()).contains("4");
    }

    @ParameterizedTest
    @CsvSource({"2024-07-03T19:59:59Z, 20240702", "2024-07-03T20:00:00Z, 20240703", "2024-07-04T20:00:00Z, 20240703",
            "2024-07-05T14:00:00Z, 20240703", "2024-07-06T03:00:00Z, 20240705", "2024-07-07T12:00:00Z, 20240705"})
    void barsEndWithTheLastSessionThatTheClockHasSeenClose(Instant now, String last) throws IOException {
        var options = DemoOptions.standard(Clock.fixed(now, ZoneOffset.UTC));
        try (var timed = DemoGateway.start(options); var other = WireClient.open(timed, 1)) {
            assertThat(other.bars(1, "SPY").getLast().date()).isEqualTo(last);
        }
    }
}
