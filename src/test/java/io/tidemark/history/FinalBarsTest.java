package io.tidemark.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.market.DailyBar;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FinalBarsTest {
    @ParameterizedTest(name = "at {0}: {1} bars")
    @CsvSource({"2024-06-05T17:00:00Z, 2", "2024-06-05T23:59:59Z, 2", "2024-06-06T00:00:00Z, 3",
            "2024-06-07T00:00:00Z, 3", "2024-06-03T17:00:00Z, 0"})
    void keepsBarsUpToTheLastFinalDate(Instant asOf, int expected) {
        List<DailyBar> bars = List.of(Bars.june(3, "10", "12", "9", "11"), Bars.june(4, "10", "12", "9", "11"),
                Bars.june(5, "10", "12", "9", "11"));

        assertThat(FinalBars.of(bars, asOf)).isEqualTo(bars.subList(0, expected));
    }
}
