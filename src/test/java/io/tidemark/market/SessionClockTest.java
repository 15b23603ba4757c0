package io.tidemark.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionClockTest {
    private static final LocalDate WINTER = LocalDate.of(2024, 1, 10);

    @ParameterizedTest(name = "{0} at {1}: final {2}")
    @CsvSource({"2024-01-10, 2024-01-10T15:00:00Z, false", // 10:00 in New York, the session runs
            "2024-01-10, 2024-01-10T21:00:00Z, false", // 16:00, just closed
            "2024-01-10, 2024-01-11T00:59:59Z, false", // 19:59:59 although it is the next day in UTC
            "2024-01-10, 2024-01-11T01:00:00Z, true", // 20:00
            "2024-01-10, 2024-01-11T05:00:00Z, true", // midnight
            "2024-01-11, 2024-01-11T05:00:00Z, false", // the new day's bar is not
            "2024-07-10, 2024-07-10T23:59:59Z, false", // summer time: 19:59:59
            "2024-07-10, 2024-07-11T00:00:00Z, true", // summer time: 20:00
            "2024-03-10, 2024-03-11T00:00:00Z, true", // the clocks went forward in the morning
            "2024-11-03, 2024-11-04T00:59:59Z, false", // the clocks went back in the morning
            "2024-11-03, 2024-11-04T01:00:00Z, true"})
    void barIsFinalFromEightInTheEveningOfNewYork(LocalDate bar, Instant asOf, boolean expected) {
        assertThat(SessionClock.isFinal(bar, asOf)).isEqualTo(expected);
    }

    @Test
    void earlierBarsAreFinalAndLaterOnesNever() {
        Instant noon = Instant.parse("2024-01-10T17:00:00Z");

        assertThat(SessionClock.isFinal(WINTER.minusDays(1), noon)).isTrue();
        assertThat(SessionClock.isFinal(WINTER.plusDays(1), noon)).isFalse();
        assertThat(SessionClock.lastFinalDate(noon)).isEqualTo("2024-01-09");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Pacific/Auckland", "Pacific/Honolulu", "UTC"})
    void zoneOfTheComputerDoesNotMatter(String zone) {
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            assertThat(SessionClock.lastFinalDate(Instant.parse("2024-01-11T00:59:59Z"))).isEqualTo("2024-01-09");
            assertThat(SessionClock.lastFinalDate(Instant.parse("2024-01-11T01:00:00Z"))).isEqualTo("2024-01-10");
        } finally {
            TimeZone.setDefault(before);
        }
    }
}
