package io.tidemark.regime;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.history.CsvImport;
import io.tidemark.market.BarSeries;
import io.tidemark.market.DailyBar;
import io.tidemark.market.RealBars;
import io.tidemark.market.Symbol;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Counts on real bars, made independently with pandas; skipped where there are none.
class RealRegimesTest {

    @Test
    void theTenYearsTo2024HaveTheKnownCounts() throws IOException {
        RegimeDataset dataset = build(LocalDate.of(2014, 12, 31), LocalDate.of(2024, 12, 31));

        assertThat(dataset.counts()).containsExactly(344, 134, 398, 1448, 144);
        assertThat(dataset.set().rows()).isEqualTo(2468);
        assertThat(dataset.leftOut()).isEqualTo(new RegimeDataset.LeftOut(List.of(), 49, 0));
        assertThat(dataset.absent()).isEmpty();
    }

    @Test
    void theHolesOfTheRulesHaveTheKnownSize() throws IOException {
        Remainder remainder = build(LocalDate.of(2014, 12, 31), LocalDate.of(2024, 12, 31)).remainder();

        assertThat(remainder.reliefRallies()).hasSize(94);
        assertThat(remainder.uneasy()).hasSize(699);
        assertThat(remainder.calm()).isEqualTo(1448 - 94 - 699);
    }

    @Test
    void theWholeHistoryLeavesThreeSessionsWithoutVixOut() throws IOException {
        RegimeDataset dataset = build(LocalDate.of(1993, 1, 1), LocalDate.of(2024, 12, 31));

        assertThat(dataset.leftOut().withoutVix()).containsExactly(LocalDate.of(1997, 1, 31),
                LocalDate.of(1997, 11, 26), LocalDate.of(1999, 12, 31));
        assertThat(dataset.counts()).containsExactly(799, 386, 1658, 4454, 689);
    }

    private static RegimeDataset build(LocalDate from, LocalDate to) throws IOException {
        Path folder = RealBars.folderOrSkip();
        return RegimeDataset.build(series(folder, "SPY", from, to), series(folder, "VIX", from, to),
                RegimeRules.defaults(), 0);
    }

    private static BarSeries series(Path folder, String symbol, LocalDate from, LocalDate to) throws IOException {
        List<DailyBar> bars = CsvImport.read(folder, Symbol.of(symbol)).stream()
                .filter(bar -> !bar.date().isBefore(from) && !bar.date().isAfter(to)).toList();
        return BarSeries.of(Symbol.of(symbol), bars);
    }
}
