package io.tidemark.training;

import io.tidemark.dataset.Fold;
import io.tidemark.dataset.RandomSplit;
import io.tidemark.touch.R2Ceiling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Turns what a forward walk predicted into figures of a probability-of-touch model.
///
/// @param input the rows
/// @param startDays of all rows, as days since 1970-01-01
/// @param seed of the redraws behind the intervals
record PotJudge(PotTrainingInput input, int[] startDays, long seed) {
    /// Sessions in 60 calendar days: no window reaches over two blocks.
    static final int BLOCK_SESSIONS = 42;
    private static final int DRAWS = 500;

    PotEvaluation evaluate(List<Fold> folds, RandomSplit naive, WalkForward.Walk walk) {
        int[] tested = folds.stream().flatMapToInt(fold -> IntStream.of(fold.test())).toArray();
        double[] predicted = walk.predictions().stream().flatMapToDouble(PotJudge::doubles).toArray();
        Versus honest = versus(tested, predicted);
        double ceiling = R2Ceiling.of(IntStream.of(tested).mapToDouble(row -> input.baseline()[row]).toArray());
        var perFold = IntStream.range(0, folds.size())
                .mapToObj(i -> new PotEvaluation.PotFold(FoldFacts.of(i, folds.get(i), walk),
                        versus(folds.get(i).test(), doubles(walk.predictions().get(i)).toArray())))
                .toList();
        var curves = Stream.concat(walk.searches().stream(), Stream.of(walk.shipped().curve())).toList();
        double[][] errors = errors(tested, predicted);
        return new PotEvaluation(honest, interval(tested, errors, 0), interval(tested, errors, 1), ceiling, perFold,
                new PotSlices(input, startDays, tested, predicted).all(),
                Naive.of(versus(naive.test(), doubles(walk.naive()).toArray())), walk.shipped().curve().best(), curves,
                walk.shipped().gain(), warnings(honest, ceiling));
    }

    private Versus versus(int[] tested, double[] predicted) {
        return Versus.of(IntStream.of(tested).map(row -> input.set().labels()[row]).toArray(), predicted,
                IntStream.of(tested).mapToDouble(row -> input.baseline()[row]).toArray());
    }

    /// For each row judged: one, the outcome, the model's squared error, the closed form's.
    private double[][] errors(int[] tested, double[] predicted) {
        var errors = new double[tested.length][];
        Arrays.setAll(errors, i -> {
            double outcome = input.set().labels()[tested[i]];
            double model = outcome - predicted[i];
            double baseline = outcome - input.baseline()[tested[i]];
            return new double[]{1, outcome, model * model, baseline * baseline};
        });
        return errors;
    }

    /// Interval of the model's R², less `share` times the closed form's.
    private Interval interval(int[] tested, double[][] errors, int share) {
        int[] days = IntStream.of(tested).map(row -> startDays[row]).toArray();
        return new BlockBootstrap(BLOCK_SESSIONS, DRAWS, seed).of(days, errors, sums -> {
            // An outcome is 0 or 1, so it is its own square: n Var(y) = sum y (1 - mean y).
            double spread = sums[1] * (1 - sums[1] / sums[0]);
            double baseline = 1 - sums[3] / spread;
            return 1 - sums[2] / spread - share * baseline;
        });
    }

    private static List<String> warnings(Versus honest, double ceiling) {
        Double model = honest.model().r2();
        Double baseline = honest.baseline().r2();
        if (model == null || baseline == null) {
            return List.of("All test rows came out alike: R² is not defined.");
        }
        var warnings = new ArrayList<String>();
        if (model > ceiling) {
            warnings.add(String.format(Locale.ROOT,
                    "R² %.3f is above the ceiling of %.3f that chance allows (estimated with the closed form): look "
                            + "for a leak before you believe it.",
                    model, ceiling));
        }
        if (model <= baseline) {
            warnings.add(String.format(Locale.ROOT,
                    "R² %.3f is not above the closed form's %.3f: the formula alone does as well.", model, baseline));
        }
        return List.copyOf(warnings);
    }

    private static DoubleStream doubles(float[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]);
    }
}
