package io.tidemark.pipeline;

import io.tidemark.dataset.FeatureMatrix;
import io.tidemark.dataset.TrainingSet;
import io.tidemark.market.BarSeries;
import io.tidemark.market.Symbol;
import io.tidemark.regime.RegimeFeatures;
import io.tidemark.regime.RegimeSessions;
import io.tidemark.touch.PotBars;
import io.tidemark.touch.PotDataset;
import io.tidemark.touch.PotFeature;
import io.tidemark.touch.PotSamples;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Makes the features of a training set again, from bars that differ after some day.
///
/// A feature that knows the day alone does not change with what comes after.
@FunctionalInterface
public interface RebuiltFeatures {

    /// The features of all rows, in their order; a row that is no longer there is NaN throughout.
    ///
    /// @param last the last day whose bars are as they were
    FeatureMatrix after(LocalDate last);

    /// The features of labelled days.
    static RebuiltFeatures regime(TrainingSet set, BarSeries spy, BarSeries vix) {
        return last -> {
            RegimeSessions sessions = RegimeSessions.join(AlteredBars.after(last, spy), AlteredBars.after(last, vix));
            FeatureMatrix all = RegimeFeatures.of(sessions);
            int[] rows = IntStream.of(set.dates()).map(date -> sessions.indexOf(
                    LocalDate.parse(Integer.toString(date), DateTimeFormatter.BASIC_ISO_DATE))).toArray();
            return picked(all, rows);
        };
    }

    /// The features of sampled options.
    static RebuiltFeatures pot(PotDataset options, PotBars bars) {
        List<PotFeature> features = options.set().features().names().stream()
                .map(name -> Arrays.stream(PotFeature.values()).filter(each -> each.columnName().equals(name))
                        .findFirst().orElseThrow())
                .toList();
        return last -> {
            PotDataset again = PotDataset.build(altered(bars, options.samples(), last), options.sampling(), features);
            var places = new HashMap<String, Integer>();
            IntStream.range(0, again.samples().rows()).forEach(row -> places.put(option(again.samples(), row), row));
            int[] rows = IntStream.range(0, options.samples().rows())
                    .map(row -> places.getOrDefault(option(options.samples(), row), -1)).toArray();
            return picked(again.set().features(), rows);
        };
    }

    /// The bars with another future. A listing without an option so far is left out: all of it may be altered, and
    /// nothing is asked of it.
    private static PotBars altered(PotBars bars, PotSamples samples, LocalDate last) {
        Set<Symbol> begun = IntStream.range(0, samples.rows()).filter(row -> !samples.date(row).isAfter(last))
                .mapToObj(samples::symbol).collect(Collectors.toSet());
        var volatilities = new HashMap<>(bars.volatilities());
        volatilities.replaceAll((symbol, series) -> AlteredBars.after(last, series));
        return new PotBars(bars.underlyings().stream().filter(series -> begun.contains(series.symbol()))
                .map(series -> AlteredBars.after(last, series)).toList(),
                AlteredBars.after(last, bars.vix()), volatilities, bars.quoted());
    }

    private static String option(PotSamples samples, int row) {
        return samples.symbol(row).value() + samples.date(row) + samples.expiration(row) + samples.right(row)
                + samples.strike(row);
    }

    /// The given rows, NaN for one below 0.
    private static FeatureMatrix picked(FeatureMatrix all, int[] rows) {
        int width = all.columns();
        var values = new float[rows.length * width];
        Arrays.fill(values, Float.NaN);
        for (int i = 0; i < rows.length; i++) {
            for (int column = 0; rows[i] >= 0 && column < width; column++) {
                values[i * width + column] = all.get(rows[i], column);
            }
        }
        return FeatureMatrix.of(all.names(), values);
    }
}
