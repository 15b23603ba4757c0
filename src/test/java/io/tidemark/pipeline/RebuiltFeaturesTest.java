package io.tidemark.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.gateway.synthetic.SyntheticMarket;
import io.tidemark.market.BarSeries;
import io.tidemark.market.Symbol;
import io.tidemark.market.Universe;
import io.tidemark.touch.PotBars;
import io.tidemark.touch.PotDataset;
import io.tidemark.touch.PotFeature;
import io.tidemark.touch.PotSampling;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RebuiltFeaturesTest {
    private static final SyntheticMarket MARKET = SyntheticMarket.of(42);
    private static final LocalDate END = LocalDate.of(2022, 12, 30);

    private static BarSeries bars(Symbol symbol, LocalDate from) {
        return BarSeries.of(symbol, MARKET.bars(symbol, from, END));
    }

    @Test
    void aListingThatHadNotBegunDoesNotKeepTheOthersFromBeingLookedAt() {
        LocalDate first = LocalDate.of(2019, 1, 2);
        var bars = PotBars.of(List.of(bars(Universe.SPY, first), bars(Symbol.of("NVDA"), LocalDate.of(2021, 6, 1))),
                bars(Universe.VIX, first));
        PotDataset options = PotDataset.build(bars, PotSampling.of(42).withSamplesPerSymbol(200),
                PotFeature.defaults());
        LocalDate last = LocalDate.of(2020, 1, 15);

        var again = RebuiltFeatures.pot(options, bars).after(last);

        int compared = 0;
        for (int row = 0; row < options.samples().rows(); row++) {
            if (!options.samples().date(row).isAfter(last)) {
                assertThat(again.get(row, 0)).isEqualTo(options.set().features().get(row, 0));
                compared++;
            }
        }
        assertThat(compared).isPositive();
    }
}
