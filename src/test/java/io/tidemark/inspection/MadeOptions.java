package io.tidemark.inspection;

import io.tidemark.dataset.FeatureMatrix;
import io.tidemark.dataset.TrainingSet;
import io.tidemark.gateway.synthetic.SyntheticMarket;
import io.tidemark.history.BarStore;
import io.tidemark.market.BarSeries;
import io.tidemark.market.Symbol;
import io.tidemark.market.Universe;
import io.tidemark.touch.PotDataset;
import io.tidemark.touch.PotFeature;
import io.tidemark.touch.PotSamples;
import io.tidemark.touch.PotSampling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Options to inspect: six written down by hand, and as many as asked for from the synthetic market.
final class MadeOptions {
    /// Spot 100 throughout. Closed forms .9 .1 .5 .3 .7 .2, touched yes no yes no yes no.
    private static final String SIX = """
            symbol,date,expiration,right,strike,touched,first_touch,baseline_probability,iv_source,origin
            SPY,2024-01-02,2024-01-12,C,101,1,2024-01-05,0.9,real,real
            AMD,2024-01-03,2024-02-02,C,110,0,,0.1,proxy,sampled
            SPY,2024-01-04,2024-02-03,P,96,1,2024-01-25,0.5,real,real
            SPY,2024-01-05,2024-03-05,P,90,0,,0.3,real,real
            AMD,2024-01-08,2024-01-29,P,98,1,2024-01-09,0.7,proxy,sampled
            AMD,2024-01-09,2024-01-16,C,104,0,,0.2,proxy,sampled
            """;
    /// Distance, direction, days, implied and historical volatility, momentum.
    private static final float[] FEATURES = {1, 1, 10, .2f, .18f, .01f, 10, 1, 30, .4f, .35f, -.05f, 4, -1, 30, .2f,
            .17f, .02f, 10, -1, 60, .2f, .17f, .03f, 2, -1, 21, .4f, .36f, .01f, 4, 1, 7, .4f, .37f, 0};
    /// By the model.
    static final float[] MODEL = {.8f, .2f, .6f, .2f, .6f, .1f};

    private MadeOptions() {
    }

    static PotDataset six(Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("six.csv"), SIX);
        var names = PotFeature.defaults().stream().map(PotFeature::columnName).toList();
        var set = new TrainingSet(FeatureMatrix.of(names, FEATURES.clone()), new int[]{1, 0, 1, 0, 1, 0},
                new int[]{20240102, 20240103, 20240104, 20240105, 20240108, 20240109});
        return new PotDataset(set, PotSamples.read(file), PotSampling.of(42), Map.of());
    }

    static OptionInspection sixWithModel(Path folder) throws IOException {
        var opinion = new ModelOpinion(3, Optional.of(LocalDate.of(2024, 1, 5)), MODEL, "");
        return OptionInspection.of(six(folder), opinion, new BarStore(folder), "");
    }

    static OptionInspection sixWithoutModel(Path folder) throws IOException {
        return OptionInspection.of(six(folder), ModelOpinion.none(""), new BarStore(folder), "");
    }

    /// Options of four symbols on ten years of the synthetic market.
    static OptionInspection many(int perSymbol, Path folder) throws IOException {
        SyntheticMarket market = SyntheticMarket.of(SyntheticMarket.DEFAULT_SEED);
        List<BarSeries> underlyings = Universe.defaultSymbols().stream().filter(Universe::hasOptions)
                .map(symbol -> bars(market, symbol)).toList();
        PotDataset options = PotDataset.build(underlyings, bars(market, Universe.VIX),
                PotSampling.of(42).withSamplesPerSymbol(perSymbol));
        return OptionInspection.of(options, ModelOpinion.none(""), new BarStore(folder), "");
    }

    private static BarSeries bars(SyntheticMarket market, Symbol symbol) {
        return BarSeries.of(symbol, market.bars(symbol, LocalDate.of(2015, 1, 2), LocalDate.of(2024, 12, 31)));
    }
}
