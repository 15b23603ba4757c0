package io.tidemark.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.market.DailyBar;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecentBarsTest {
    private static final DailyBar OLD = Bars.around(LocalDate.of(2014, 12, 31), 100);
    private static final DailyBar FIRST = Bars.around(LocalDate.of(2015, 1, 2), 100);
    private static final DailyBar LAST = Bars.around(LocalDate.of(2024, 12, 31), 100);

    @Test
    void tenYearsEndWithTheLastBar() {
        assertThat(RecentBars.of(List.of(OLD, FIRST, LAST), Period.ofYears(10))).containsExactly(FIRST, LAST);
    }

    @Test
    void shorterHistoriesAreKeptWhole() {
        assertThat(RecentBars.of(List.of(OLD, FIRST, LAST), Period.ofYears(11))).containsExactly(OLD, FIRST, LAST);
        assertThat(RecentBars.of(List.of(), Period.ofYears(10))).isEmpty();
    }

    @Test
    void noYearsAreRefused() {
        assertThatThrownBy(() -> RecentBars.of(List.of(LAST), Period.ofYears(0)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
