package io.tidemark.touch;

import io.tidemark.dataset.FeatureMatrix;
import io.tidemark.dataset.TrainingSet;
import java.time.LocalDate;
import java.util.List;

/// Labels drawn options and computes their features, as the rows of a training set in order of expiration.
final class PotRows {
    private final List<PotFeature> features;
    private final PotFeature[] columns;
    private final float[] values;
    private final int[] labels;
    private final int[] dates;
    private final PotSamples.Builder samples;
    private int row;

    /// The options of one symbol.
    ///
    /// @param sampled how many of them were sampled; those after them are real
    record Drawn(Underlying underlying, SampledOptions options, int sampled) {

        /// Sampled options alone.
        Drawn(Underlying underlying, SampledOptions options) {
            this(underlying, options, options.size());
        }

        private OptionOrigin origin(int i) {
            return i < sampled ? OptionOrigin.SAMPLED : OptionOrigin.REAL;
        }

        private IvSource volatility(int i) {
            return origin(i) == OptionOrigin.REAL
                    ? IvSource.REAL
                    : underlying.impliedVolatility().source(options.start(i));
        }
    }

    private PotRows(int rows, List<PotFeature> features) {
        this.features = features;
        columns = features.toArray(PotFeature[]::new);
        values = new float[Math.multiplyExact(rows, columns.length)];
        labels = new int[rows];
        dates = new int[rows];
        samples = new PotSamples.Builder(rows);
    }

    /// The rows of all options: by expiration, then in the order of `drawn`, then by start, then as drawn.
    static PotRows of(List<Drawn> drawn, List<PotFeature> features) {
        int rows = drawn.stream().mapToInt(each -> each.options.size()).sum();
        var owner = new int[rows];
        var option = new int[rows];
        var expiration = new int[rows];
        int at = 0;
        for (int i = 0; i < drawn.size(); i++) {
            SampledOptions options = drawn.get(i).options;
            for (int each : StableOrder.of(options.starts())) {
                owner[at] = i;
                option[at] = each;
                expiration[at] = options.expiration(each);
                at++;
            }
        }
        var result = new PotRows(rows, features);
        for (int each : StableOrder.of(expiration)) {
            result.add(drawn.get(owner[each]), option[each]);
        }
        return result;
    }

    private void add(Drawn drawn, int i) {
        Underlying underlying = drawn.underlying;
        SampledOptions options = drawn.options;
        int start = options.start(i);
        int startDay = underlying.bars().epochDay(start);
        samples.option(samples.symbol(underlying.bars().symbol().value()), startDay, options.expiration(i),
                options.right(i),
                options.strike(i));
        var option = new OptionOnBar(underlying, start, options.right(i), options.strike(i), options.expiration(i),
                options.volatility(i));
        samples.outcome(label(underlying, options, i), option.baseline());
        samples.origin(drawn.volatility(i), drawn.origin(i));
        var date = LocalDate.ofEpochDay(startDay);
        dates[row] = (date.getYear() * 100 + date.getMonthValue()) * 100 + date.getDayOfMonth();
        addFeatures(option);
        row++;
    }

    /// Labels the row and returns the day of its first touch.
    private int label(Underlying underlying, SampledOptions options, int i) {
        TouchLabeller labeller = underlying.labeller();
        int start = options.start(i);
        int last = labeller.lastSession(options.expiration(i));
        if (!labeller.touched(options.right(i), options.strike(i), start, last)) {
            return PotSamples.NEVER;
        }
        labels[row] = 1;
        return underlying.bars().epochDay(labeller.firstTouch(options.right(i), options.strike(i), start, last));
    }

    private void addFeatures(OptionOnBar option) {
        for (int column = 0; column < columns.length; column++) {
            values[row * columns.length + column] = (float) option.value(columns[column]);
        }
    }

    TrainingSet set() {
        return new TrainingSet(FeatureMatrix.of(features.stream().map(PotFeature::columnName).toList(), values), labels,
                dates);
    }

    PotSamples samples() {
        return samples.build();
    }
}
