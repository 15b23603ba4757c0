package io.tidemark.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.market.DailyBar;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class OlderBarsTest {
    private final DailyBar monday = bar("2024-12-23", "100.50");
    private final DailyBar tuesday = bar("2024-12-24", "101.25");
    private final DailyBar thursday = bar("2024-12-26", "102");

    private static DailyBar bar(String date, String close) {
        return DailyBar.of(LocalDate.parse(date), close, close, close, close, "1000");
    }

    @Test
    void storedBarsBeforeAShorterDownloadAreKept() {
        assertThat(OlderBars.keptBefore(List.of(monday, tuesday), List.of(tuesday, thursday)))
                .contains(List.of(monday, tuesday, thursday));
    }

    @Test
    void aLongerDownloadReplacesAll() {
        assertThat(OlderBars.keptBefore(List.of(tuesday), List.of(monday, tuesday, thursday)))
                .contains(List.of(monday, tuesday, thursday));
    }

    @Test
    void closesThatDifferOnTheFirstSharedDayDoNotFit() {
        assertThat(OlderBars.keptBefore(List.of(monday, tuesday), List.of(bar("2024-12-24", "50.625"), thursday)))
                .isEmpty();
    }

    @Test
    void theSameCloseWithOtherDecimalsFits() {
        assertThat(OlderBars.keptBefore(List.of(monday, tuesday), List.of(bar("2024-12-24", "101.2500"), thursday)))
                .isPresent();
    }

    @Test
    void barsWithoutASharedDayDoNotFit() {
        assertThat(OlderBars.keptBefore(List.of(monday), List.of(thursday))).isEmpty();
    }
}
