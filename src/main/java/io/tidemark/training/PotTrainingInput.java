package io.tidemark.training;

import io.tidemark.dataset.TrainingSet;
import io.tidemark.market.Symbol;
import io.tidemark.touch.OptionOrigin;
import io.tidemark.touch.PotDataset;
import java.util.stream.IntStream;

/// What the probability-of-touch model is trained on.
///
/// @param set features, 1 for touched and 0 for not, start dates
/// @param knownDays day on which each row's outcome is known, its expiration, as days since 1970-01-01
/// @param symbols whose option each row is
/// @param baseline closed-form probability of each row: what the model has to beat
/// @param real whether each row is a real option; else it was sampled
public record PotTrainingInput(TrainingSet set, int[] knownDays, String[] symbols, double[] baseline,
        boolean[] real) {

    /// Sampled options alone.
    public PotTrainingInput(TrainingSet set, int[] knownDays, String[] symbols, double[] baseline) {
        this(set, knownDays, symbols, baseline, new boolean[set.rows()]);
    }

    /// Checks that all parts have as many rows.
    public PotTrainingInput {
        if (knownDays.length != set.rows() || symbols.length != set.rows() || baseline.length != set.rows()
                || real.length != set.rows()) {
            throw new IllegalArgumentException(set.rows() + " rows, " + knownDays.length + " expirations, "
                    + symbols.length + " symbols, " + baseline.length + " baselines, " + real.length + " origins");
        }
    }

    /// Options as they come.
    public static PotTrainingInput of(PotDataset options) {
        var names = options.samples().symbols().stream().map(Symbol::value).toList();
        String[] symbols = IntStream.range(0, options.set().rows())
                .mapToObj(row -> names.get(options.samples().symbolIndex(row))).toArray(String[]::new);
        var real = new boolean[symbols.length];
        for (int row = 0; row < real.length; row++) {
            real[row] = options.samples().origin(row) == OptionOrigin.REAL;
        }
        return new PotTrainingInput(options.set(), options.samples().knownDays(), symbols,
                options.samples().baselines(), real);
    }
}
