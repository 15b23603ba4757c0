package io.tidemark.gateway.tws;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.gateway.FetchResult;
import io.tidemark.gateway.FetchResult.Bars;
import io.tidemark.gateway.FetchResult.NoData;
import io.tidemark.gateway.FetchResult.Paced;
import io.tidemark.gateway.FetchResult.Refused;
import io.tidemark.gateway.FetchResult.TimedOut;
import io.tidemark.gateway.HistoryDuration;
import io.tidemark.gateway.HistoryRequest;
import io.tidemark.gateway.PacingPolicy;
import io.tidemark.gateway.WhatToShow;
import io.tidemark.gateway.tws.ScriptedTws.Script;
import io.tidemark.market.DailyBar;
import io.tidemark.market.Instrument;
import io.tidemark.work.Progress;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How each answer of TWS to a request for bars ends the request.
@Timeout(30)
class FetchingTest {
    private static final Instrument SPY = Instrument.stock("SPY", "ARCA");
    private static final HistoryRequest TEN_YEARS = HistoryRequest.trades(SPY, HistoryDuration.years(10));
    private static final String TROUBLE = "Historical Market Data Service error message:";
    /// 10:30 in New York on a Monday.
    private static final Instant DAYTIME = Instant.parse("2026-11-23T15:30:00Z");

    private final Recorder told = new Recorder();
    private Clock clock = tickingFrom(DAYTIME);
    @SuppressWarnings("NullAway.Init") // each test starts what it needs
    private ScriptedTws server;
    @SuppressWarnings("NullAway.Init") // likewise
    private TwsGateway gateway;

    @AfterEach
    void closeAll() throws IOException {
        gateway.close();
        server.close();
    }

    @Test
    void barsComeDigitForDigitWithTheServersTime() throws IOException {
        var bars = (Bars) fetch(visit -> {
            visit.welcome();
            visit.serve();
        });
        assertThat(bars.bars()).containsExactly(
                DailyBar.of(LocalDate.of(2026, 11, 19), "660.12", "664.90", "658.03", "663.75", "51234567"),
                DailyBar.of(LocalDate.of(2026, 11, 20), "663.80", "667.25", "661.40", "665.10", "48120034.5"));
        assertThat(bars.asOf()).isEqualTo(Instant.ofEpochSecond(1_795_449_600L));
        assertThat(server.heard()).containsExactly("71|2|71||", "9|8|1|0|SPY|STK|||||SMART|ARCA|USD|||0||||",
                "20|2|756733|SPY|STK|||||SMART|ARCA|USD|SPY|SPY|0||1 day|10 Y|1|TRADES|1|0||", "49|1|");
    }

    @Test
    void contractIsAskedForOnce() throws IOException {
        fetch(visit -> {
            visit.welcome();
            visit.serve();
        });
        assertThat(gateway.fetch(HistoryRequest.trades(SPY, HistoryDuration.months(1)), Progress.none()))
                .isInstanceOf(Bars.class);
        assertThat(server.heard()).filteredOn(each -> each.startsWith("9|")).hasSize(1);
        assertThat(server.heard()).filteredOn(each -> each.startsWith("20|")).last().asString().contains("|1 M|");
    }

    @Test
    void barsAreSortedAndRunningBarIsKept() throws IOException {
        var bars = (Bars) fetch(answering("17|%s|x|y|3|20261123|3|3|3|3|0|0|0|20261119|1|1|1|1|0|0|0"
                + "|20261120|2|2|2|2|0|0|0|"));
        assertThat(bars.bars()).extracting(DailyBar::date).containsExactly(LocalDate.of(2026, 11, 19),
                LocalDate.of(2026, 11, 20), LocalDate.of(2026, 11, 23));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1"})
    void volumeOfAnIndexIsLeftAsItCame(String volume) throws IOException {
        var bars = (Bars) fetch(answering("17|%s|x|y|1|20261120|16.1|17|16|16.5|" + volume + "|-1|-1|"));
        assertThat(bars.bars().getFirst().volume().toPlainString()).isEqualTo(volume);
    }

    @Test
    void twoBarsOfOneDayAreRefused() throws IOException {
        var refused = (Refused) fetch(answering("17|%s|x|y|2|20261120|1|1|1|1|0|0|0|20261120|1|1|1|1|0|0|0|"));
        assertThat(refused.code()).isEqualTo(508);
        assertThat(refused.text()).isEqualTo("two bars have the date 2026-11-20");
    }

    @ParameterizedTest
    @ValueSource(strings = {"20261301", "20261120 09:30:00", "yesterd.", "", "-2026112"})
    void barWithoutADayIsRefused(String date) throws IOException {
        var refused = (Refused) fetch(answering("17|%s|x|y|1|" + date + "|1|1|1|1|0|0|0|"));
        assertThat(refused.text()).contains("'" + date + "'");
    }

    @Test
    void emptyAnswerIsAskedAgainOnceWithItsEndSpelledOut() throws IOException {
        assertThat(fetch(visit -> {
            visit.welcome();
            visit.send("17|" + visit.until("20") + "|x|y|0|");
            visit.serve();
        })).isInstanceOf(Bars.class);
        assertThat(server.heard()).filteredOn(each -> each.startsWith("20|")).last().asString()
                .contains("|20261123-16:00:00|1 day|10 Y|");
    }

    @Test
    void answerThatStaysEmptyIsNoData() throws IOException {
        var noData = (NoData) fetch(visit -> {
            visit.welcome();
            visit.send("4|2|" + visit.until("20") + "|162|" + TROUBLE
                    + "HMDS query returned no data: SPY@SMART Trades||");
            visit.send("4|2|" + visit.until("20") + "|162|" + TROUBLE
                    + "HMDS query returned no data: SPY@SMART Trades||");
            visit.serve();
        });
        assertThat(noData.text()).contains("HMDS query returned no data");
        assertThat(told.lines("retrying")).isEmpty();
    }

    @Test
    void onlyTradesAreAskedForAgain() throws IOException {
        start(visit -> {
            visit.welcome();
            visit.send("17|" + visit.until("20") + "|x|y|0|");
            visit.serve();
        });
        var request = new HistoryRequest(SPY, WhatToShow.OPTION_IMPLIED_VOLATILITY, HistoryDuration.years(1), true);
        assertThat(gateway.fetch(request, Progress.none())).isInstanceOf(NoData.class);
        assertThat(server.heard()).filteredOn(each -> each.startsWith("20|")).hasSize(1);
    }

    @Test
    void pacingComplaintIsObeyedAndTheRequestSentAgain() throws IOException {
        assertThat(fetch(visit -> {
            visit.welcome();
            visit.send("4|2|" + visit.until("20") + "|162|" + TROUBLE + "Historical data request pacing violation||");
            visit.serve();
        })).isInstanceOf(Bars.class);
        assertThat(told.lines("retrying")).containsExactly("retrying SPY 1 Paced");
    }

    @Test
    void pacingComplaintsWithoutEndAreAnOutcome() throws IOException {
        var paced = (Paced) fetch(visit -> {
            visit.welcome();
            while (true) {
                visit.send("4|2|" + visit.until("20") + "|162|" + TROUBLE
                        + "Historical data request pacing violation||");
            }
        });
        assertThat(paced.text()).contains("pacing violation");
        assertThat(told.lines("retrying")).hasSize(3);
    }

    @Test
    void complaintAboutTheRateMakesTheNextRequestWait() throws IOException {
        var waited = new AtomicLong();
        assertThat(fetch(visit -> {
            visit.welcome();
            visit.send("4|2|" + visit.until("20") + "|100|Max rate of messages per second has been exceeded||");
            long complained = System.nanoTime();
            visit.send(ScriptedTws.TWO_BARS.formatted(visit.until("20")));
            waited.set(System.nanoTime() - complained);
            visit.serve();
        })).isInstanceOf(Bars.class);
        // 20 ms of rest here; the clock ticks in microseconds and was read a little later than the complaint left
        assertThat(Duration.ofNanos(waited.get())).isGreaterThan(Duration.ofMillis(15));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            162 | No market data permissions for ISLAND STK       | NASDAQ (Network C/UTP)
            162 | No market data permissions for CBOE IND         | Cboe Streaming Market Indexes
            162 | No market data permissions for ARCA STK         | Network B
            162 | Trading TWS session is connected from a different IP address | Log out of IBKR
            162 | invalid step                                    | does not accept
            162 | Time length exceed max.                         | does not accept
            166 | Expired contract violation                      | still trades
            200 | No security definition has been found           | Check the symbol
            320 | Error reading request                           | report it
            321 | Error validating request.-'bM' : cause - Duration | the part that it does not accept
            322 | Duplicate ticker ID                             | Try again
            354 | Requested market data is not subscribed         | Client Portal
            420 | Invalid Real-time Query                         | Client Portal
            10089 | Requested market data requires additional subscription for API | Client Portal
            10197 | No market data during competing live session  | Log out of IBKR
            10314 | End Date/Time: The date, time, or time-zone entered is invalid | report it
            9999 | Something new                                  | IBKR's API pages
            """)
    void refusalCarriesCodeWordsAndAdvice(int code, String text, String advice) throws IOException {
        var refused = (Refused) fetch(answering("4|2|%s|" + code + "|" + text + "||"));
        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.text()).isEqualTo(text);
        assertThat(refused.advice()).contains(advice);
        assertThat(told.lines("retrying")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            165   | Historical Market Data Service query message:Connecting
            2174  | Warning: You submitted request with date-time attributes without explicit time zone
            10167 | Requested market data is not subscribed. Displaying delayed market data
            2106  | HMDS data farm connection is OK:ushmds
            1100  | Connectivity between IBKR and TWS has been lost
            """)
    void newsAboutARequestIsToldAndTheRequestGoesOn(int code, String text) throws IOException {
        assertThat(fetch(visit -> {
            visit.welcome();
            String id = visit.until("20");
            visit.send("4|2|" + id + "|" + code + "|" + text + "||", ScriptedTws.TWO_BARS.formatted(id));
            visit.serve();
        })).isInstanceOf(Bars.class);
        assertThat(told.lines("notice " + code)).contains("notice " + code + " " + text);
    }

    @Test
    void troubleOfUnknownKindIsWorthOneMoreAttempt() throws IOException {
        assertThat(fetch(visit -> {
            visit.welcome();
            visit.send("4|2|" + visit.until("20") + "|162|Fehlermeldung des Dienstes||");
            visit.serve();
        })).isInstanceOf(Bars.class);
    }

    @Test
    void troubleOfUnknownKindTwiceIsARefusalWithItsWords() throws IOException {
        var refused = (Refused) fetch(visit -> {
            visit.welcome();
            visit.send("4|2|" + visit.until("20") + "|162|Fehlermeldung des Dienstes||");
            visit.send("4|2|" + visit.until("20") + "|162|Fehlermeldung des Dienstes||");
            visit.serve();
        });
        assertThat(refused.text()).isEqualTo("Fehlermeldung des Dienstes");
    }

    @Test
    void contractNotFoundDuringTheNightlyResetIsAskedForAgain() throws IOException {
        clock = tickingFrom(Instant.parse("2026-11-24T05:30:00Z"));
        assertThat(fetch(visit -> {
            visit.welcome();
            visit.send("4|2|" + visit.until("9") + "|200|No security definition has been found||");
            visit.serve();
        })).isInstanceOf(Bars.class);
        assertThat(told.lines("retrying")).containsExactly("retrying SPY 1 Paced");
    }

    @Test
    void noContractAtAllIsARefusal() throws IOException {
        var refused = (Refused) fetch(visit -> {
            visit.welcome();
            visit.send("52|1|" + visit.until("9") + "|");
            visit.serve();
        });
        assertThat(refused.code()).isEqualTo(200);
        assertThat(refused.text()).isEqualTo("IBKR knows no contract for SPY");
    }

    @Test
    void severalContractsAreRefusedAndListed() throws IOException {
        var refused = (Refused) fetch(visit -> {
            visit.welcome();
            String id = visit.until("9");
            visit.send(row(id, "NYSE", 11), row(id, "TSX", 12), "52|1|" + id + "|");
            visit.serve();
        });
        assertThat(refused.text()).contains("2 contracts fit SPY", "NYSE", "(contract 11)", "TSX", "(contract 12)");
        assertThat(refused.advice()).contains("listing exchange");
    }

    @Test
    void listingExchangeDecidesBetweenSeveralContracts() throws IOException {
        assertThat(fetch(visit -> {
            visit.welcome();
            String id = visit.until("9");
            visit.send(row(id, "NYSE", 11), row(id, "ARCA", 12), row(id, "ARCA", 12), "52|1|" + id + "|");
            visit.serve();
        })).isInstanceOf(Bars.class);
        assertThat(server.heard()).filteredOn(each -> each.startsWith("20|")).last().asString()
                .startsWith("20|2|12|SPY|");
    }

    @Test
    void islandIsTheOldNameOfNasdaq() throws IOException {
        start(visit -> {
            visit.welcome();
            String id = visit.until("9");
            visit.send(row(id, "NYSE", 11), row(id, "ISLAND", 12), "52|1|" + id + "|");
            visit.serve();
        });
        assertThat(gateway.fetch(HistoryRequest.trades(Instrument.stock("AMD", "NASDAQ"), HistoryDuration.years(1)),
                Progress.none())).isInstanceOf(Bars.class);
    }

    @Test
    void silenceEndsAtTheDeadlineIsTakenBackAndTriedAgain() throws IOException {
        assertThat(fetch(visit -> {
            visit.welcome();
            String first = visit.until("20");
            assertThat(visit.until("25")).isEqualTo(first);
            String second = visit.until("20");
            // the late answer of the first request must not pass for the second's
            visit.send("4|2|" + first + "|162|" + TROUBLE + "API historical data query cancelled: " + first + "||",
                    "17|" + first + "|x|y|1|20200102|1|1|1|1|0|0|0|",
                    "4|2|" + first + "|366|No historical data query found for ticker id:" + first + "||",
                    ScriptedTws.TWO_BARS.formatted(second));
            visit.serve();
        })).isInstanceOfSatisfying(Bars.class, bars -> assertThat(bars.bars()).hasSize(2));
        assertThat(told.lines("retrying")).containsExactly("retrying SPY 1 TimedOut");
        assertThat(told.lines("notice 162")).as("the echo of our own cancelling").isEmpty();
        assertThat(told.lines("notice 366")).isEmpty();
    }

    @Test
    void secondSilenceIsAnOutcomeThatAdvisesARestart() throws IOException {
        var late = (TimedOut) fetch(visit -> {
            visit.welcome();
            visit.until("20");
            visit.until("20");
            visit.listenOnly();
        });
        assertThat(late.what()).isEqualTo("bars of SPY");
        assertThat(late.waited()).isEqualTo(ShortTimings.get().deadlines().history());
        assertThat(late.advice()).contains("Restart TWS");
    }

    @Test
    void silenceAboutAContractIsNamed() throws IOException {
        var late = (TimedOut) fetch(visit -> {
            visit.welcome();
            visit.listenOnly();
        });
        assertThat(late.what()).isEqualTo("the contract of SPY");
    }

    @Test
    void queryThatTwsGivesUpIsTriedAgain() throws IOException {
        assertThat(fetch(visit -> {
            visit.welcome();
            String id = visit.until("20");
            visit.send("4|2|" + id + "|162|" + TROUBLE + "API historical data query cancelled: " + id + "||");
            visit.serve();
        })).isInstanceOf(Bars.class);
        assertThat(told.lines("retrying")).containsExactly("retrying SPY 1 TimedOut");
    }

    @Test
    void serverWithoutAClockIsAskedForTheTimeOnce() throws IOException {
        start(visit -> {
            visit.welcome();
            String id = visit.until("9");
            visit.send(ScriptedTws.SPY_ROW.formatted(id), "52|1|" + id + "|");
            while (true) {
                String[] frame = visit.receive().split("\\|", -1);
                if (frame[0].equals("20")) {
                    visit.send(ScriptedTws.TWO_BARS.formatted(frame[1]));
                }
            }
        });
        var bars = (Bars) gateway.fetch(TEN_YEARS, Progress.none());
        assertThat(bars.asOf()).isBetween(DAYTIME, DAYTIME.plusSeconds(30));
        gateway.fetch(TEN_YEARS, Progress.none());
        assertThat(server.heard()).filteredOn("49|1|"::equals).hasSize(1);
    }

    @Test
    void unknownMessagesAndAdditionalFieldsAreSkipped() throws IOException {
        assertThat(fetch(visit -> {
            visit.welcome();
            visit.send("777|1|what is this|", "58|1|99|3|");
            String contract = visit.until("9");
            visit.send(ScriptedTws.SPY_ROW.formatted(contract) + "more|fields|", "52|1|" + contract + "|more|");
            visit.send(ScriptedTws.TWO_BARS.formatted(visit.until("20")) + "more|");
            visit.serve();
        })).isInstanceOf(Bars.class);
    }

    @Test
    void nothingDependsOnHowTheBytesArrive() throws IOException {
        assertThat(fetch(visit -> {
            visit.welcome();
            String contract = visit.until("9");
            visit.sendByteByByte(ScriptedTws.SPY_ROW.formatted(contract), "52|1|" + contract + "|");
            visit.sendByteByByte(ScriptedTws.TWO_BARS.formatted(visit.until("20")));
            visit.serve();
        })).isInstanceOf(Bars.class);
    }

    /// Opens a session, asks for contracts, bars and the time, takes requests back: nothing else is ever sent.
    @Test
    void onlyReadingMessagesAreEverSent() throws IOException {
        fetch(visit -> {
            visit.welcome();
            visit.until("20");
            visit.until("25");
            visit.serve();
        });
        assertThat(server.heard()).extracting(each -> each.substring(0, each.indexOf('|'))).containsExactly("71", "9",
                "20",
                "25", "20", "49");
    }

    private FetchResult fetch(Script... scripts) throws IOException {
        start(scripts);
        return gateway.fetch(TEN_YEARS, Progress.none());
    }

    private void start(Script... scripts) throws IOException {
        server = new ScriptedTws(scripts);
        gateway = new TwsGateway(server.endpoint(), PacingPolicy.none(), clock, ShortTimings.get());
        gateway.addListener(told);
    }

    /// Answers the first request for bars with a frame, in which `%s` stands for the request's id.
    private static Script answering(String frame) {
        return visit -> {
            visit.welcome();
            visit.send(frame.formatted(visit.until("20")));
            visit.serve();
        };
    }

    private static String row(String id, String exchange, int conId) {
        return ScriptedTws.SPY_ROW.formatted(id).replace("|ARCA|", "|" + exchange + "|").replace("756733",
                Integer.toString(conId));
    }

    private static Clock tickingFrom(Instant start) {
        var system = Clock.systemUTC();
        return Clock.offset(system, Duration.between(system.instant(), start));
    }
}
