package io.tidemark.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
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
}
