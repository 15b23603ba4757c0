package io.tidemark.training;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What a booster learns to predict.
///
/// @param name XGBoost's name of it
/// @param metric XGBoost's name of the log-loss that goes with it
/// @param classes values that a prediction has for each row
/// @param monotone for each column `+1` where the prediction may only rise with it, `-1` only fall, `0` free; empty for
///        all free
record Objective(String name, String metric, int classes, List<Integer> monotone) {

    /// Probabilities of `classes` classes, those absent from the data included.
    static Objective classes(int classes) {
        return new Objective("multi:softprob", "mlogloss", classes, List.of());
    }

    /// The probability of one thing.
    static Objective probability(List<Integer> monotone) {
        return new Objective("binary:logistic", "logloss", 1, List.copyOf(monotone));
    }

    /// XGBoost's parameters.
    Map<String, Object> parameters(BoosterSettings settings, long seed) {
        TreeSettings trees = settings.trees();
        var map = new TreeMap<String, Object>();
        map.put("objective", name);
        map.put("eval_metric", metric);
        map.put("tree_method", "hist");
        map.put("max_bin", trees.maxBins());
        map.put("max_depth", trees.depth());
        map.put("min_child_weight", trees.minChildWeight());
        map.put("subsample", trees.subsample());
        map.put("colsample_bytree", trees.columnSample());
        map.put("lambda", trees.lambda());
        map.put("eta", settings.rounds().learningRate());
        map.put("seed", seed);
        // One thread a booster: several boosters grow side by side, and a second thread for one of them costs far more
        // than it gives as soon as the machine is busy.
        map.put("nthread", 1);
        map.put("verbosity", 0);
        if (classes > 1) {
            map.put("num_class", classes);
        }
        if (!monotone.isEmpty()) {
            map.put("monotone_constraints",
                    monotone.stream().map(String::valueOf).collect(Collectors.joining(",", "(", ")")));
        }
        return map;
    }
}
