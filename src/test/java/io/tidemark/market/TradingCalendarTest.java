package io.tidemark.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TradingCalendarTest {
    private final TradingCalendar nyse = TradingCalendar.nyse();

    @ParameterizedTest
    @CsvSource({"1994-04-27, Nixon", "2001-09-11, September 11", "2001-09-12, September 11", "2001-09-13, September 11",
            "2001-09-14, September 11", "2004-06-11, Reagan", "2007-01-02, Ford", "2012-10-29, Sandy",
            "2012-10-30, Sandy", "2018-12-05, Bush", "2025-01-09, Carter"})
    void closedOnSpecialDaysWithTheirReason(LocalDate date, String reason) {
        assertThat(nyse.isSession(date)).isFalse();
        assertThat(nyse.specialClosure(date)).hasValueSatisfying(text -> assertThat(text).contains(reason));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"1998-01-19, first Martin Luther King Day the exchange kept", "2023-01-02, New Year on a Sunday",
            "2024-01-15, Martin Luther King Day", "2024-02-19, Presidents Day", "2024-03-29, Good Friday",
            "2018-03-30, Good Friday in March", "2019-04-19, Good Friday in April", "2024-05-27, Memorial Day",
            "2022-06-20, first Juneteenth (on a Sunday)", "2023-06-19, Juneteenth",
            "2027-06-18, Juneteenth on a Saturday",
            "2015-07-03, Independence Day on a Saturday", "2021-07-05, Independence Day on a Sunday",
            "2024-07-04, Independence Day", "2024-09-02, Labor Day", "2024-11-28, Thanksgiving",
            "2010-12-24, Christmas on a Saturday", "2022-12-26, Christmas on a Sunday", "2024-12-25, Christmas"})
    void closedOnHolidays(LocalDate date, String why) {
        assertThat(nyse.isSession(date)).as(why).isFalse();
        assertThat(nyse.specialClosure(date)).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"2010-12-31, New Year on a Saturday is not observed on the Friday",
            "2021-12-31, New Year on a Saturday is not observed on the Friday",
            "1997-01-20, before Martin Luther King Day",
            "2021-06-18, before Juneteenth", "2021-06-21, before Juneteenth", "2024-11-29, half day after Thanksgiving",
            "2024-12-24, half day before Christmas", "2024-10-14, Columbus Day", "2024-11-11, Veterans Day",
            "2012-10-31, the exchange was back", "2001-09-17, the exchange was back", "2024-02-29, leap day"})
    void openOnOrdinaryDaysThatLookLikeHolidays(LocalDate date, String why) {
        assertThat(nyse.isSession(date)).as(why).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1953-01-03", "2024-06-01", "2024-06-02", "2000-01-01", "2099-12-26", "2099-12-27"})
    void closedAtWeekends(LocalDate date) {
        assertThat(nyse.isSession(date)).isFalse();
    }

    @Test
    void knowsTheNumberOfSessionsOfAYear() {
        assertThat(nyse.countSessions(LocalDate.of(2023, 1, 1), LocalDate.of(2023, 12, 31))).isEqualTo(250);
        assertThat(nyse.countSessions(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31))).isEqualTo(252);
        assertThat(nyse.countSessions(LocalDate.of(2001, 1, 1), LocalDate.of(2001, 12, 31))).isEqualTo(248);
    }

    @Test
    void stepsOverWeekendsAndHolidays() {
        assertThat(nyse.previousSession(LocalDate.of(2024, 7, 5))).isEqualTo("2024-07-03");
        assertThat(nyse.nextSession(LocalDate.of(2001, 9, 10))).isEqualTo("2001-09-17");
        assertThat(nyse.nextSession(LocalDate.of(2024, 7, 3))).isEqualTo("2024-07-05");
        assertThat(nyse.lastSessionAtOrBefore(LocalDate.of(2024, 7, 7))).isEqualTo("2024-07-05");
        assertThat(nyse.lastSessionAtOrBefore(LocalDate.of(2024, 7, 5))).isEqualTo("2024-07-05");
    }

    @Test
    void listsSessionsWithBothEndsIncluded() {
        assertThat(nyse.sessions(LocalDate.of(2024, 7, 3), LocalDate.of(2024, 7, 8))).containsExactly(
                LocalDate.of(2024, 7, 3), LocalDate.of(2024, 7, 5), LocalDate.of(2024, 7, 8));
        assertThat(nyse.sessions(LocalDate.of(2024, 7, 6), LocalDate.of(2024, 7, 7))).isEmpty();
        assertThat(nyse.sessions(LocalDate.of(2024, 7, 8), LocalDate.of(2024, 7, 3))).isEmpty();
    }

    @Test
    void refusesDatesItKnowsNothingAbout() {
        assertThatThrownBy(() -> nyse.isSession(LocalDate.of(2100, 1, 4))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NYSE calendar 1953-2099").hasMessageContaining("2100-01-04");
        assertThatThrownBy(() -> nyse.isSession(LocalDate.of(1952, 12, 31)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> nyse.previousSession(LocalDate.of(1953, 1, 2)))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("1953-01-01");
        assertThatThrownBy(() -> nyse.nextSession(LocalDate.of(2099, 12, 31)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sessionsOf32YearsAreExactlyTheDatesOfTheRealFund() throws IOException {
        List<LocalDate> traded = Files.readAllLines(RealBars.folderOrSkip().resolve("SPY.csv")).stream().skip(1)
                .map(line -> LocalDate.parse(line.substring(0, 10))).toList();

        assertThat(traded).hasSize(8038);
        assertThat(nyse.sessions(LocalDate.of(1993, 1, 29), LocalDate.of(2024, 12, 31))).isEqualTo(traded);
    }
}
