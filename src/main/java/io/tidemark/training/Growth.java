package io.tidemark.training;

import io.tidemark.model.BoosterException;
import io.tidemark.model.BoosterLibrary;
import io.tidemark.work.Progress;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/// Grows boosters round by round and gives back what is left of them: curves and bytes. No native memory outlives a
/// call.
///
/// The same rows, settings and seed give the same bytes.
///
/// @param objective what is learned
/// @param settings shape and rounds
/// @param seed of the draws of rows and columns
/// @param listener told of each round
/// @param progress asked before each round whether to go on
record Growth(Objective objective, BoosterSettings settings, long seed, RoundListener listener, Progress progress) {

    /// What a finished booster leaves.
    ///
    /// @param ubj the model file's bytes
    /// @param curve loss on the rows learned from
    /// @param gain mean gain of the splits on each feature, by name; features never split on are left out
    record Grown(byte[] ubj, LearningCurve curve, Map<String, Double> gain) {}

    /// Grows until the validation rows stop gaining, to learn how many rounds are best.
    ///
    /// The booster is thrown away: XGBoost keeps the rounds beyond the best one, so it is not fit to be shipped.
    LearningCurve search(String phase, LabelledRows train, LabelledRows validation) {
        return guarded(phase, () -> {
            try (var learned = NativeRows.of(train);
                    var judged = NativeRows.of(validation);
                    var growing = new Growing(learned, objective.parameters(settings, seed))) {
                return search(phase, growing, List.of(learned, judged));
            }
        });
    }

    /// Grows exactly `rounds` rounds and watches them.
    Grown grow(String phase, LabelledRows train, int rounds) {
        return guarded(phase, () -> {
            try (var learned = NativeRows.of(train);
                    var growing = new Growing(learned, objective.parameters(settings, seed))) {
                var losses = new double[rounds];
                for (int round = 0; round < rounds; round++) {
                    proceed();
                    growing.round(round);
                    losses[round] = growing.losses(round, List.of(learned))[0];
                    listener.round(phase, round + 1, losses[round], Double.NaN);
                }
                var curve = new LearningCurve(phase, rounds, losses, new double[0]);
                return new Grown(growing.bytes(), curve, growing.gain(train.features().names()));
            }
        });
    }

    /// Grows exactly `rounds` rounds that nobody watches.
    ///
    /// @return the model file's bytes
    byte[] growUnwatched(String phase, LabelledRows train, int rounds) {
        return guarded(phase, () -> {
            try (var learned = NativeRows.of(train);
                    var growing = new Growing(learned, objective.parameters(settings, seed))) {
                for (int round = 0; round < rounds; round++) {
                    proceed();
                    growing.round(round);
                }
                return growing.bytes();
            }
        });
    }

    private void proceed() {
        progress.checkCancelled();
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("interrupted");
        }
    }

    private LearningCurve search(String phase, Growing growing, List<NativeRows> rows) throws XGBoostError {
        RoundSettings limits = settings.rounds();
        var train = new double[limits.most()];
        var validation = new double[limits.most()];
        int best = 0;
        int round = 0;
        for (; round < limits.most() && round - best <= limits.patience(); round++) {
            proceed();
            growing.round(round);
            float[] losses = growing.losses(round, rows);
            train[round] = losses[0];
            validation[round] = losses[1];
            if (validation[round] < validation[best] - limits.leastGain()) {
                best = round;
            }
            listener.round(phase, round + 1, train[round], validation[round]);
        }
        return new LearningCurve(phase, best + 1, Arrays.copyOf(train, round), Arrays.copyOf(validation, round));
    }

    private static <T> T guarded(String phase, NativeWork<T> work) {
        BoosterLibrary.load();
        try {
            return work.run();
        } catch (XGBoostError e) {
            throw new BoosterException("XGBoost gave up on " + phase + ": "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given"), e);
        }
    }

    private interface NativeWork<T> {
        T run() throws XGBoostError;
    }

    /// A matrix in native memory.
    private record NativeRows(DMatrix matrix) implements AutoCloseable {
        static NativeRows of(LabelledRows rows) throws XGBoostError {
            var matrix = new DMatrix(rows.features().sharedValues(), rows.features().rows(), rows.features().columns(),
                    Float.NaN);
            try {
                matrix.setLabel(rows.targets());
                return new NativeRows(matrix);
            } catch (XGBoostError e) {
                matrix.dispose();
                throw e;
            }
        }

        @Override
        public void close() {
            matrix.dispose();
        }
    }

    /// A booster in native memory.
    private static final class Growing implements AutoCloseable {
        private final Booster booster;
        private final DMatrix learned;

        Growing(NativeRows rows, Map<String, Object> parameters) throws XGBoostError {
            this.learned = rows.matrix();
            this.booster = XGBoost.train(learned, parameters, 0, Map.of(), null, null);
        }

        /// Grows round number `round`, from 0.
        void round(int round) throws XGBoostError {
            booster.update(learned, round);
        }

        /// The loss on each of `judged` after round number `round`.
        float[] losses(int round, List<NativeRows> judged) throws XGBoostError {
            var losses = new float[judged.size()];
            String[] names = judged.size() == 1 ? new String[]{"train"} : new String[]{"train", "validation"};
            booster.evalSet(judged.stream().map(NativeRows::matrix).toArray(DMatrix[]::new), names, round, losses);
            return losses;
        }

        byte[] bytes() throws XGBoostError {
            return booster.toByteArray("ubj");
        }

        Map<String, Double> gain(List<String> names) throws XGBoostError {
            return new TreeMap<>(booster.getScore(names.toArray(String[]::new), "gain"));
        }

        @Override
        public void close() {
            booster.dispose();
        }
    }
}
