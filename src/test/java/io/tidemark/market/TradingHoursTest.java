package io.tidemark.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TradingHoursTest {
    @ParameterizedTest
    @CsvSource({"2026-11-23T14:29:59Z, false, 2026-11-23", "2026-11-23T14:30:00Z, true, 2026-11-24",
            "2026-11-23T20:59:59Z, true, 2026-11-24", "2026-11-23T21:00:00Z, false, 2026-11-24",
            "2026-11-22T16:00:00Z, false, 2026-11-23", "2026-11-26T16:00:00Z, false, 2026-11-27",
            "2026-07-01T13:30:00Z, true, 2026-07-02"})
    void openFromHalfPastNineToFourInNewYork(String moment, boolean open, String nextDay) {
        assertThat(TradingHours.isOpen(Instant.parse(moment))).isEqualTo(open);
        assertThat(TradingHours.nextOpening(Instant.parse(moment)).toString()).startsWith(nextDay + "T09:30");
    }

    /// As the NYSE announced them for 2015 to 2026.
    @Test
    void halfDaysAreThoseThatWereAnnounced() {
        assertThat(LocalDate.of(2015, 1, 1).datesUntil(LocalDate.of(2027, 1, 1)).filter(TradingHours::isHalfDay)
                .map(LocalDate::toString)).containsExactly("2015-11-27", "2015-12-24", "2016-11-25", "2017-07-03",
                        "2017-11-24", "2018-07-03", "2018-11-23", "2018-12-24", "2019-07-03", "2019-11-29",
                        "2019-12-24", "2020-11-27", "2020-12-24", "2021-11-26", "2022-11-25", "2023-07-03",
                        "2023-11-24", "2024-07-03", "2024-11-29", "2024-12-24", "2025-07-03", "2025-11-28",
                        "2025-12-24", "2026-11-27", "2026-12-24");
    }

    @ParameterizedTest
    @CsvSource({"2026-11-27T17:59:59Z, true", "2026-11-27T18:00:00Z, false", "2025-07-03T16:59:59Z, true",
            "2025-07-03T17:00:00Z, false", "2026-12-23T18:00:00Z, true"})
    void halfDaysEndAtOneInNewYork(String moment, boolean open) {
        assertThat(TradingHours.isOpen(Instant.parse(moment))).isEqualTo(open);
    }
}
