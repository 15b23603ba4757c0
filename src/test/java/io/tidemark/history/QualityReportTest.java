package io.tidemark.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.history.QualityFinding.Kind;
import io.tidemark.market.BarSeries;
import io.tidemark.market.DailyBar;
import io.tidemark.market.RealBars;
import io.tidemark.market.Symbol;
import io.tidemark.market.TradingCalendar;
import io.tidemark.market.Universe;
import io.tidemark.storage.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QualityReportTest {
    private static final Symbol AMD = Symbol.of("AMD");

    private static QualityReport report(Symbol symbol, DailyBar... bars) {
        return QualityReport.of(BarSeries.of(symbol, List.of(bars)), TradingCalendar.nyse());
    }

    private static DailyBar stock(String date, String open, String high, String low, String close, String volume) {
        return DailyBar.of(LocalDate.parse(date), open, high, low, close, volume);
    }

    private static DailyBar plain(String date, int price) {
        return Bars.around(LocalDate.parse(date), price);
    }

    @Test
    void goodBarsHaveNoFindings() {
        QualityReport report = QualityReport.of(BarSeries.of(AMD, Bars.ascending(300, 100)), TradingCalendar.nyse());

        assertThat(report.findings()).isEmpty();
        assertThat(report.lines()).containsExactly("AMD: 300 bars for 300 sessions, 2020-01-02 to 2021-03-11");
    }

    @Test
    void missingSessionsAreFoundAndHolidaysAreNotMissed() {
        QualityReport report = report(AMD, plain("2024-07-01", 100), plain("2024-07-05", 100),
                plain("2024-07-09", 100));

        assertThat(report.sessions()).isEqualTo(6);
        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.MISSING_SESSION);
            assertThat(finding.sentence()).isEqualTo("3 sessions have no bar: 2024-07-02, 2024-07-03, 2024-07-08");
        });
    }

    @Test
    void barsOnClosedDaysAreFoundWithTheReason() {
        QualityReport report = report(Universe.VIX, plain("2004-06-10", 15), plain("2004-06-11", 15),
                plain("2004-06-14", 15));

        assertThat(report.lines()).containsExactly("VIX: 3 bars for 2 sessions, 2004-06-10 to 2004-06-14",
                "1 bar lies on a day without trading: 2004-06-11 (day of mourning for President Reagan)");
    }

    @ParameterizedTest(name = "close {0} after 100: jump {1}")
    @CsvSource({"125, false", "125.01, true", "75, false", "74.99, true", "500, true"})
    void jumpIsAMoveOfMoreThanAQuarter(String close, boolean jump) {
        QualityReport report = report(AMD, plain("2024-07-01", 100),
                stock("2024-07-02", close, close, close, close, "5"));

        assertThat(report.count(Kind.JUMP)).isEqualTo(jump ? 1 : 0);
    }

    @Test
    void jumpTellsItsSize() {
        QualityReport report = report(AMD, plain("2024-07-01", 100), plain("2024-07-02", 50));

        assertThat(report.finding(Kind.JUMP)).hasValueSatisfying(finding -> assertThat(finding.sentence())
                .isEqualTo("1 close moved by more than 25 %: 2024-07-02 (-50.0 %)"));
    }

    @Test
    void placeholderHasOnePriceAndNoVolume() {
        QualityReport report = report(AMD, stock("2024-07-01", "7", "7", "7", "7", "0"),
                stock("2024-07-02", "7", "7", "7", "7", "-1"), stock("2024-07-03", "7", "7", "7", "7", "12"),
                stock("2024-07-05", "7", "8", "7", "7", "0"));

        assertThat(report.lines().getLast()).isEqualTo(
                "2 bars are placeholders of one price without volume: 2024-07-01, 2024-07-02");
        assertThat(report.findings()).hasSize(1);
    }

    @Test
    void indexWithoutVolumeIsNoPlaceholderButItsFlatBarsHaveNoRange() {
        QualityReport report = report(Universe.VIX, stock("2024-07-01", "7", "8", "7", "7", "0"),
                stock("2024-07-02", "7", "7", "7", "7", "0"));

        assertThat(report.lines().getLast()).isEqualTo("1 bar has a close and no range: 2024-07-02");
        assertThat(report.findings()).hasSize(1);
    }

    @ParameterizedTest(name = "high {0}, low {1}: wild {2}")
    @CsvSource({"22, 5, false", "22.01, 5, true", "22, 4.99, true"})
    void wildRangeIsBeyondTwiceOrHalf(String high, String low, boolean wild) {
        QualityReport report = report(AMD, stock("2024-07-01", "10", high, low, "11", "5"));

        assertThat(report.count(Kind.WILD_RANGE)).isEqualTo(wild ? 1 : 0);
    }

    @Test
    void longListsAreCutInTheSentenceAndWholeInTheDates() {
        QualityReport report = report(AMD, plain("2024-07-08", 100), plain("2024-07-22", 100));

        assertThat(report.findings().getFirst().dates()).hasSize(9);
        assertThat(report.findings().getFirst().sentence()).isEqualTo(
                "9 sessions have no bar: 2024-07-09, 2024-07-10, 2024-07-11, 2024-07-12, 2024-07-15 and 4 more");
    }

    @Test
    void jsonFormHoldsEveryDateAndReadsBack(@TempDir Path folder) throws IOException {
        QualityReport report = report(AMD, plain("2024-07-01", 100), plain("2024-07-03", 50));

        Json.write(folder.resolve("AMD.json"), report);

        assertThat(Files.readString(folder.resolve("AMD.json"))).isEqualTo("""
                {
                  "findings" : [
                    {
                      "dates" : [
                        "2024-07-02"
                      ],
                      "kind" : "MISSING_SESSION",
                      "sentence" : "1 session has no bar: 2024-07-02"
                    },
                    {
                      "dates" : [
                        "2024-07-03"
                      ],
                      "kind" : "JUMP",
                      "sentence" : "1 close moved by more than 25 %: 2024-07-03 (-50.0 %)"
                    }
                  ],
                  "firstDate" : "2024-07-01",
                  "lastDate" : "2024-07-03",
                  "rows" : 2,
                  "sessions" : 3,
                  "symbol" : "AMD"
                }
                """);
        assertThat(Json.read(folder.resolve("AMD.json"), QualityReport.class)).isEqualTo(report);
    }

    @Test
    void nothingCannotBeReportedOn() {
        assertThatThrownBy(() -> report(AMD)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("AMD");
    }

    @Test
    void takingBarsAwayIsFoundWhereverItHappens() {
        List<DailyBar> all = Bars.ascending(60, 100);
        for (int gap = 1; gap < 59; gap++) {
            List<DailyBar> bars = new ArrayList<>(all);
            LocalDate gone = bars.remove(gap).date();

            QualityReport report = QualityReport.of(BarSeries.of(AMD, bars), TradingCalendar.nyse());

            assertThat(report.findings()).singleElement()
                    .satisfies(finding -> assertThat(finding.dates()).containsExactly(gone));
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {"SPY | 8038 | {}", "TSLA | 3652 | {}", "NVDA | 4839 | {JUMP=2}",
            "AMD | 4839 | {PLACEHOLDER=1, JUMP=1}",
            "VIX | 8833 | {MISSING_SESSION=4, CLOSED_DAY=20, CLOSE_ONLY=506, JUMP=74, WILD_RANGE=4, OPEN_OUTSIDE=47}"})
    void realBarsHaveTheirKnownOddities(String symbol, int rows, String expected) throws IOException {
        QualityReport report = real(Symbol.of(symbol));
        var counts = new EnumMap<Kind, Integer>(Kind.class);
        report.findings().forEach(finding -> counts.put(finding.kind(), finding.dates().size()));

        assertThat(report.rows()).isEqualTo(rows);
        assertThat(counts).hasToString(expected);
    }

    private static QualityReport real(Symbol symbol) throws IOException {
        List<DailyBar> bars = CsvImport.read(RealBars.folderOrSkip(), symbol);
        return QualityReport.of(BarSeries.of(symbol, bars), TradingCalendar.nyse());
    }

    @Test
    void realOdditiesLieWhereTheyAreKnown() throws IOException {
        assertThat(real(AMD).finding(Kind.PLACEHOLDER).orElseThrow().dates()).containsExactly(LocalDate.of(2015, 1, 2));
        assertThat(real(AMD).finding(Kind.JUMP).orElseThrow().sentence()).endsWith("2016-04-22 (+52.3 %)");
        assertThat(real(Universe.VIX).finding(Kind.WILD_RANGE).orElseThrow().dates())
                .containsExactly(LocalDate.of(2004, 9, 27), LocalDate.of(2005, 6, 6), LocalDate.of(2005, 7, 25),
                        LocalDate.of(2008, 10, 10));
        assertThat(real(Universe.VIX).finding(Kind.CLOSED_DAY).orElseThrow().dates())
                .filteredOn(date -> date.getYear() >= 2022).hasSize(19);
    }
}
