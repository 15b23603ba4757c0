package io.tidemark.market;

import static org.assertj.core.api.Assertions.assertThat;

import com.opengamma.strata.basics.ReferenceData;
import com.opengamma.strata.basics.date.HolidayCalendar;
import com.opengamma.strata.basics.date.HolidayCalendarIds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The checked-in table of holidays against the library it was written from.
class NyseHolidayTableTest {
    private static final String HEADER = """
            # NYSE holidays on weekdays, one line a year, as com.opengamma.strata:strata-basics knows them.
            # Written and compared by NyseHolidayTableTest; do not edit by hand.
            """;
    private static final HolidayCalendar LIBRARY = HolidayCalendarIds.NYSE.resolve(ReferenceData.standard());

    @Test
    void tableHoldsExactlyWhatTheLibrarySays() throws IOException {
        String expected = IntStream.rangeClosed(1953, 2099).mapToObj(NyseHolidayTableTest::line)
                .collect(Collectors.joining("\n", HEADER, "\n"));
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target/nyse-holidays.txt"), expected);

        String table;
        try (var stream = TradingCalendar.class.getResourceAsStream("nyse-holidays.txt")) {
            assertThat(stream).as("the table of holidays").isNotNull();
            table = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
        assertThat(table).as("target/nyse-holidays.txt holds the library's answers: look why it changed, then take it")
                .isEqualTo(expected);
    }

    private static String line(int year) {
        return LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(date -> date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0).filter(LIBRARY::isHoliday)
                .map(date -> " " + date.toString().substring(5)).collect(Collectors.joining("", year + "", ""));
    }

    @Test
    void calendarDiffersFromTheLibraryOnHurricaneSandysMondayOnly() {
        TradingCalendar nyse = TradingCalendar.nyse();

        assertThat(nyse.firstDate().datesUntil(nyse.lastDate().plusDays(1))
                .filter(date -> nyse.isSession(date) != LIBRARY.isBusinessDay(date)))
                .containsExactly(LocalDate.of(2012, 10, 29));
    }
}
