package io.tidemark.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.market.DailyBar;
import io.tidemark.market.RealBars;
import io.tidemark.market.Symbol;
import io.tidemark.market.Universe;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VolumeUnitTest {
    private static List<DailyBar> volumes(int count, long volume) {
        List<DailyBar> bars = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            bars.add(new DailyBar(LocalDate.of(2020, 1, 1).plusDays(i), BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE,
                    BigDecimal.ONE, BigDecimal.valueOf(volume)));
        }
        return bars;
    }

    @ParameterizedTest
    @CsvSource({"4999999, LOTS", "5000000, SHARES", "513000, LOTS", "51300000, SHARES"})
    void medianOfSpyTellsLotsFromShares(long volume, VolumeUnit expected) {
        assertThat(VolumeUnit.judge(Universe.SPY, volumes(5, volume))).isEqualTo(expected);
    }

    @Test
    void onlyTheLastYearCounts() {
        List<DailyBar> bars = new ArrayList<>(volumes(1000, 100_000));
        bars.addAll(volumes(252, 50_000_000));

        assertThat(VolumeUnit.judge(Universe.SPY, bars)).isEqualTo(VolumeUnit.SHARES);
    }

    @Test
    void fewWildDaysDoNotDecide() {
        List<DailyBar> bars = new ArrayList<>(volumes(200, 600_000));
        bars.addAll(volumes(52, 90_000_000));

        assertThat(VolumeUnit.judge(Universe.SPY, bars)).isEqualTo(VolumeUnit.LOTS);
    }

    @Test
    void otherStocksAreTakenAsSharesAndIndexesHaveNone() {
        assertThat(VolumeUnit.judge(Symbol.of("TSLA"), volumes(5, 900_000))).isEqualTo(VolumeUnit.SHARES);
        assertThat(VolumeUnit.judge(Universe.VIX, volumes(5, 0))).isEqualTo(VolumeUnit.NONE);
        assertThat(VolumeUnit.judge(Universe.SPY, List.of())).isEqualTo(VolumeUnit.SHARES);
    }

    @Test
    void realSpyIsInShares() throws IOException {
        assertThat(VolumeUnit.judge(Universe.SPY, CsvImport.read(RealBars.folderOrSkip(), Universe.SPY)))
                .isEqualTo(VolumeUnit.SHARES);
    }
}
