package io.tidemark.touch;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.market.BarSeries;
import io.tidemark.market.DataSource;
import io.tidemark.market.Symbol;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PotDatasetTest {
    private static final LocalDate FROM = LocalDate.of(2020, 1, 2);
    private static final DataSource SOURCE = new DataSource(DataSource.Kind.DEMO, "7");
    private static final PotSampling SAMPLING = PotSampling.of(42).withSamplesPerSymbol(300);

    private final BarSeries spy = MadeBars.series("SPY", MadeBars.share(FROM, 400, 1));
    private final BarSeries amd = MadeBars.series("AMD", MadeBars.share(FROM, 400, 2));
    private final BarSeries vix = MadeBars.series("VIX", MadeBars.vix(FROM, 400, 3));

    @Test
    void holdsAsManyOptionsOfEachSymbolAsAskedFor() {
        var dataset = PotDataset.build(List.of(spy, amd), vix, SAMPLING);

        assertThat(dataset.samples().rows()).isEqualTo(600);
        assertThat(dataset.samples().symbols()).containsExactlyInAnyOrder(Symbol.of("SPY"), Symbol.of("AMD"));
    }

    @Test
    void readsBackWhatItWrote(@TempDir Path folder) throws IOException {
        var built = PotDataset.build(List.of(spy, amd), vix, SAMPLING);
        built.write(folder, SOURCE, Map.of("SPY_daily_10y.csv", "ab".repeat(32)));

        var read = PotDataset.read(folder);

        assertThat(read.sampling()).isEqualTo(built.sampling());
        assertThat(read.ivSource())
                .isEqualTo(Map.of(Symbol.of("SPY"), IvSource.PROXY, Symbol.of("AMD"), IvSource.PROXY));
        assertThat(read.samples()).usingRecursiveComparison().isEqualTo(built.samples());
        assertThat(read.set()).usingRecursiveComparison().isEqualTo(built.set());
    }
}
