package io.tidemark.training;

import io.tidemark.dataset.Fold;
import io.tidemark.dataset.RandomSplit;
import io.tidemark.dataset.TrainingSet;
import io.tidemark.model.RegimeClassifier;
import io.tidemark.regime.Regime;
import io.tidemark.work.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Trains the regime model and tells how good it is.
public final class RegimeTrainer {
    /// Below this the model does not repeat the rule well enough to stand for it.
    static final double FAITHFUL = 0.99;
    /// Longer than most spells of one regime.
    static final int BLOCK_SESSIONS = 20;
    private static final int DRAWS = 500;

    private RegimeTrainer() {
    }

    /// Trains on all rows and judges by a forward walk.
    ///
    /// @param set one row a session in order of time, labels as they are `options.horizon()` sessions later
    /// @param options how
    /// @param rounds told of every round of every booster whose curve is kept
    /// @param progress told of finished boosters; asked before each round whether to go on
    /// @throws CannotTrainException when the data cannot make a model
    /// @throws java.util.concurrent.CancellationException when cancelled
    public static RegimeTraining train(TrainingSet set, RegimeTrainingOptions options, RoundListener rounds,
            Progress progress) {
        int[] days = Days.epochDays(set.dates());
        int[] known = knownDays(days, options.horizon());
        TrainingChecks.check(set, days, known, Regime.count());
        List<Fold> folds = TrainingChecks.folds(options.split(), days, known);
        var naive = RandomSplit.of(set.rows(), Naive.TESTED, options.seed());
        var growth = new Growth(Objective.classes(Regime.count()), options.booster(), options.seed(),
                new OneAtATime(rounds), progress);
        var rows = new LabelledRows(set.features(), set.labels());
        WalkForward.Walk walk = new WalkForward(growth, options.threads()).run(rows, folds, naive);
        return new RegimeTraining(walk.shipped().ubj(), walk.holdoutOf(folds), options,
                new Judge(set, days, options).evaluate(folds, naive, walk));
    }

    /// A label that looks ahead is known on the session it looks at; those of the last rows after all rows.
    static int[] knownDays(int[] days, int horizon) {
        for (int i = 1; i < days.length; i++) {
            if (days[i] <= days[i - 1]) {
                throw new IllegalArgumentException("row " + i + " is not later than the row before it");
            }
        }
        return IntStream.range(0, days.length).map(i -> days[Math.min(i + horizon, days.length - 1)]).toArray();
    }

    private record Judge(TrainingSet set, int[] days, RegimeTrainingOptions options) {

        RegimeEvaluation evaluate(List<Fold> folds, RandomSplit naive, WalkForward.Walk walk) {
            int[] tested = folds.stream().flatMapToInt(fold -> IntStream.of(fold.test())).toArray();
            float[] predicted = joined(walk.predictions());
            ClassificationFigures honest = figures(tested, predicted);
            var perFold = IntStream.range(0, folds.size())
                    .mapToObj(i -> RegimeEvaluation.RegimeFold.of(i, folds.get(i), walk,
                            figures(folds.get(i).test(), walk.predictions().get(i))))
                    .toList();
            var curves = Stream.concat(walk.searches().stream(), Stream.of(walk.shipped().curve())).toList();
            return new RegimeEvaluation(options.horizon(), reading(honest), names(), honest,
                    interval(tested, predicted), perFold, days(tested, predicted),
                    Naive.of(figures(naive.test(), walk.naive())),
                    walk.shipped().curve().best(), curves, walk.shipped().gain(), warnings(honest));
        }

        private ClassificationFigures figures(int[] tested, float[] predicted) {
            int[] truth = IntStream.of(tested).map(row -> set.labels()[row]).toArray();
            double persistence = Persistence.accuracy(set.labels(), tested, Math.max(1, options.horizon()));
            return ClassificationFigures.of(truth, predicted, Regime.count()).withPersistence(persistence);
        }

        private TestedDays days(int[] tested, float[] predicted) {
            return new TestedDays(IntStream.of(tested).map(row -> set.dates()[row]).toArray(),
                    IntStream.of(tested).map(row -> set.labels()[row]).toArray(),
                    RegimeClassifier.likeliest(predicted, Regime.count()));
        }

        private Interval interval(int[] tested, float[] predicted) {
            int[] named = RegimeClassifier.likeliest(predicted, Regime.count());
            var terms = new double[tested.length][];
            Arrays.setAll(terms, i -> new double[]{1, named[i] == set.labels()[tested[i]] ? 1 : 0});
            return new BlockBootstrap(BLOCK_SESSIONS, DRAWS, options.seed())
                    .of(IntStream.of(tested).map(row -> days[row]).toArray(), terms, sums -> sums[1] / sums[0]);
        }

        private String reading(ClassificationFigures honest) {
            if (options.horizon() == 0) {
                return "Fidelity, not skill: the label is a rule of the day's own features, so the accuracy says how "
                        + "well the model repeats the rule on later days.";
            }
            return String.format(Locale.ROOT,
                    "Skill: the label is that of %d sessions later. Accuracy counts above %.3f, the better of the "
                            + "commonest class and of no change.",
                    options.horizon(), honest.bestBaseline());
        }

        private List<String> warnings(ClassificationFigures honest) {
            var warnings = new ArrayList<String>();
            for (Regime regime : Regime.values()) {
                int support = honest.classes().get(regime.id()).support();
                if (IntStream.of(set.labels()).noneMatch(label -> label == regime.id())) {
                    warnings.add(regime + " never occurs in these rows: the model cannot name it.");
                } else if (support < ClassFigures.FEW) {
                    warnings.add(regime + " has " + support + " test days: n too small to judge it.");
                }
            }
            if (options.horizon() == 0 && honest.accuracy() < FAITHFUL) {
                warnings.add(String.format(Locale.ROOT,
                        "The model repeats the rule on %.1f %% of later days, under 99 %%: a branch of the rule was "
                                + "too rare in the days it could learn from.",
                        100 * honest.accuracy()));
            }
            if (options.horizon() > 0 && honest.accuracy() <= honest.bestBaseline()) {
                warnings.add("The model is no better than a baseline that needs no model.");
            }
            return List.copyOf(warnings);
        }

        private static List<String> names() {
            return Stream.of(Regime.values()).map(Regime::name).toList();
        }

        private static float[] joined(List<float[]> parts) {
            var all = new float[parts.stream().mapToInt(part -> part.length).sum()];
            int at = 0;
            for (float[] part : parts) {
                System.arraycopy(part, 0, all, at, part.length);
                at += part.length;
            }
            return all;
        }
    }
}
