package io.tidemark.training;

import io.tidemark.dataset.Fold;
import io.tidemark.dataset.RandomSplit;
import io.tidemark.model.HoldoutModel;
import io.tidemark.model.TreeBooster;
import io.tidemark.work.Progress;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Finds the number of rounds, judges every fold and grows the booster that is shipped.
///
/// First each fold looks for its best round on its own validation rows. A fold is then judged with a booster grown on
/// all that was known before its test block, for the median of the best rounds **found up to then**. The shipped
/// booster is made the same way, by the median over all folds, so what was judged is what is shipped. On real bars the
/// median so far gave a higher R² than each fold's own best round in 15 of 15 settings tried: one validation slice is
/// few independent windows.
///
/// @param growth how boosters grow
/// @param threads boosters that grow at once; the results do not depend on it
record WalkForward(Growth growth, int threads) {

    /// What came of it.
    ///
    /// @param searches loss round by round in each fold
    /// @param rounds rounds that each fold was judged with
    /// @param predictions of each fold's test rows, `test rows x outputs`
    /// @param naive predictions of the random split's test rows
    /// @param shipped grown on everything
    /// @param holdout bytes of the booster that the last fold was judged with
    record Walk(List<LearningCurve> searches, int[] rounds, List<float[]> predictions, float[] naive,
            Growth.Grown shipped, byte[] holdout) {

        /// The booster of the last of the folds that were walked.
        HoldoutModel holdoutOf(List<Fold> folds) {
            return new HoldoutModel(holdout, LocalDate.ofEpochDay(folds.getLast().bounds().testFrom()));
        }
    }

    private record Judged(byte[] ubj, float[] predictions) {}

    /// Walks.
    ///
    /// @throws java.util.concurrent.CancellationException when cancelled
    Walk run(LabelledRows rows, List<Fold> folds, RandomSplit naive) {
        var steps = new Steps(growth.progress(), 2 * folds.size() + 2);
        try (var pool = new SideBySide(threads)) {
            List<LearningCurve> searches = started(folds, i -> pool.start(() -> search(rows, folds, i, steps)));
            int[] rounds = IntStream.rangeClosed(1, folds.size()).map(n -> median(searches.subList(0, n))).toArray();
            int last = rounds[rounds.length - 1];
            var shipped = pool.start(() -> steps.done("final model", growth.grow("final", rows, last)));
            var chance = pool.start(() -> steps.done("random split",
                    judged("random split", rows.select(naive.train()), last, rows.select(naive.test()))));
            List<Judged> judged = started(folds, i -> pool.start(() -> judge(rows, folds, i, rounds[i], steps)));
            return new Walk(searches, rounds, judged.stream().map(Judged::predictions).toList(),
                    chance.get().predictions(), shipped.get(), judged.getLast().ubj());
        }
    }

    /// Starts one piece for each fold, then waits for all. The last fold, which has most rows, goes first.
    private static <T> List<T> started(List<Fold> folds, IntFunction<SideBySide.Pending<T>> starter) {
        List<SideBySide.Pending<T>> pending = IntStream.range(0, folds.size())
                .mapToObj(i -> starter.apply(folds.size() - 1 - i)).toList();
        return pending.reversed().stream().map(SideBySide.Pending::get).toList();
    }

    private LearningCurve search(LabelledRows rows, List<Fold> folds, int i, Steps steps) {
        Fold fold = folds.get(i);
        return steps.done("rounds of fold " + (i + 1),
                growth.search("fold " + (i + 1), rows.select(fold.train()), rows.select(fold.validation())));
    }

    private Judged judge(LabelledRows rows, List<Fold> folds, int i, int rounds, Steps steps) {
        Fold fold = folds.get(i);
        return steps.done("test of fold " + (i + 1),
                judged("fold " + (i + 1), rows.select(known(fold)), rounds, rows.select(fold.test())));
    }

    private Judged judged(String phase, LabelledRows train, int rounds, LabelledRows test) {
        byte[] ubj = growth.growUnwatched(phase, train, rounds);
        try (var booster = TreeBooster.load(ubj, 1)) {
            return new Judged(ubj, booster.predict(test.features()));
        }
    }

    /// All rows whose label was known before the test block, to learn from and to validate on alike.
    static int[] known(Fold fold) {
        return IntStream.concat(IntStream.of(fold.train()), IntStream.of(fold.validation())).toArray();
    }

    private static int median(List<LearningCurve> searches) {
        int[] best = searches.stream().mapToInt(LearningCurve::best).sorted().toArray();
        return (best[(best.length - 1) / 2] + best[best.length / 2] + 1) / 2;
    }

    /// Counts finished boosters.
    private record Steps(Progress progress, int total, AtomicInteger finished) {
        Steps(Progress progress, int total) {
            this(progress, total, new AtomicInteger());
        }

        <T> T done(String what, T result) {
            progress.report(finished.incrementAndGet(), total, what);
            return result;
        }
    }
}
