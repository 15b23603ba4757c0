package io.tidemark.gateway.tws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResetWindowTest {

    /// New York times; 2026-11-20 is a Friday.
    @ParameterizedTest
    @CsvSource({"2026-11-19T00:14:59, PT0S", "2026-11-19T00:15:00, PT1H30M", "2026-11-19T01:44:59, PT1S",
            "2026-11-19T01:45:00, PT0S", "2026-11-19T23:30:00, PT0S", "2026-11-20T22:59:59, PT0S",
            "2026-11-20T23:00:00, PT4H", "2026-11-21T00:00:00, PT3H", "2026-11-21T02:59:59, PT1S",
            "2026-11-21T03:00:00, PT0S", "2026-11-22T00:20:00, PT1H25M", "2026-11-22T12:00:00, PT0S"})
    void windowIsMeasuredByTheClockOfNewYork(LocalDateTime there, Duration left) {
        assertThat(ResetWindow.left(there.atZone(ZoneId.of("America/New_York")).toInstant())).isEqualTo(left);
    }

    /// On 2026-11-01 clocks go back at 02:00, after the window.
    @ParameterizedTest
    @CsvSource({"2026-03-08T01:00:00, PT45M", "2026-11-01T01:00:00, PT45M"})
    void changeOfTheClocksIsCounted(LocalDateTime there, Duration least) {
        assertThat(ResetWindow.left(there.atZone(ZoneId.of("America/New_York")).toInstant()))
                .isGreaterThanOrEqualTo(least);
    }
}
