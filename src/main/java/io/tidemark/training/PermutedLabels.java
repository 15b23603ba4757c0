package io.tidemark.training;

import io.tidemark.dataset.Fold;
import io.tidemark.model.ModelKind;
import io.tidemark.model.RegimeClassifier;
import io.tidemark.model.TreeBooster;
import io.tidemark.regime.Regime;
import io.tidemark.work.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Walks forward on labels that belong to other days: whatever a model seems to know of them, it cannot have learned.
///
/// Blocks of successive days change places, so labels keep their runs and lose their days.
public final class PermutedLabels {
    private static final int DRAWS = 500;

    private final LeakEvidence evidence;
    private final int[] labels;

    private PermutedLabels(LeakEvidence evidence) {
        this.evidence = evidence;
        this.labels = permuted(evidence);
    }

    /// What came of it.
    ///
    /// @param figure R² of a probability of touch; how far the accuracy of a regime classifier lies above that of
    ///        always naming the commonest class
    /// @param interval 95 % of it, blocks of days redrawn
    /// @param blockDays days of a block
    public record Result(double figure, Interval interval, int blockDays) {}

    /// Grows a booster for each fold and judges all of them together.
    ///
    /// @param progress asked before each round whether to go on
    /// @throws java.util.concurrent.CancellationException when cancelled
    public static Result of(LeakEvidence evidence, Progress progress) {
        return new PermutedLabels(evidence).walk(progress);
    }

    private Result walk(Progress progress) {
        LeakEvidence.Grown grown = evidence.grown();
        var growth = new Growth(evidence.objective(), grown.booster(), grown.seed(), RoundListener.none(), progress);
        var rows = new LabelledRows(evidence.set().features(), labels);
        int[] tested = evidence.folds().stream().flatMapToInt(fold -> IntStream.of(fold.test())).toArray();
        var terms = new double[tested.length][];
        int at = 0;
        for (Fold fold : evidence.folds()) {
            byte[] ubj = growth.growUnwatched("permuted labels", rows.select(evidence.known(fold)), grown.rounds());
            LabelledRows test = rows.select(fold.test());
            try (var booster = TreeBooster.load(ubj, 1)) {
                for (double[] each : terms(test.labels(), booster.predict(test.features()))) {
                    terms[at++] = each;
                }
            }
        }
        int[] days = IntStream.of(tested).map(row -> evidence.startDays()[row]).toArray();
        Interval interval = new BlockBootstrap(blockDays(evidence.kind()), DRAWS, grown.seed()).of(days, terms,
                this::figure);
        return new Result(figure(sums(terms)), interval, blockDays(evidence.kind()));
    }

    /// What is summed of each row: one and, of a probability, outcome and squared error; of classes, whether it was
    /// named rightly and which it is.
    private double[][] terms(int[] truth, float[] predicted) {
        var terms = new double[truth.length][];
        if (evidence.kind() == ModelKind.PROBABILITY_OF_TOUCH) {
            Arrays.setAll(terms, i -> new double[]{1, truth[i], (truth[i] - predicted[i]) * (truth[i] - predicted[i])});
            return terms;
        }
        int[] named = RegimeClassifier.likeliest(predicted, Regime.count());
        Arrays.setAll(terms, i -> {
            var row = new double[2 + Regime.count()];
            row[0] = 1;
            row[1] = named[i] == truth[i] ? 1 : 0;
            row[2 + truth[i]] = 1;
            return row;
        });
        return terms;
    }

    private double figure(double[] sums) {
        if (evidence.kind() == ModelKind.PROBABILITY_OF_TOUCH) {
            return 1 - sums[2] / (sums[1] * (1 - sums[1] / sums[0]));
        }
        return (sums[1] - Arrays.stream(sums, 2, sums.length).max().orElseThrow()) / sums[0];
    }

    private static double[] sums(double[][] terms) {
        var sums = new double[terms[0].length];
        for (double[] row : terms) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += row[i];
            }
        }
        return sums;
    }

    /// At least the longest life of a row, so that a block takes its labels along with what they overlap.
    private static int blockDays(ModelKind kind) {
        return switch (kind) {
            case REGIME_CLASSIFIER -> RegimeTrainer.BLOCK_SESSIONS;
            case PROBABILITY_OF_TOUCH -> PotJudge.BLOCK_SESSIONS;
        };
    }

    private static int[] permuted(LeakEvidence evidence) {
        Map<Integer, List<Integer>> blocks = rowsByBlock(evidence);
        var order = new ArrayList<>(blocks.values());
        Collections.shuffle(order, new Random(evidence.grown().seed()));
        int[] given = blocks.values().stream().flatMap(List::stream).mapToInt(row -> row).toArray();
        int[] taken = order.stream().flatMap(List::stream).mapToInt(row -> evidence.set().labels()[row]).toArray();
        var labels = new int[given.length];
        for (int i = 0; i < labels.length; i++) {
            labels[given[i]] = taken[i];
        }
        return labels;
    }

    /// The rows of each block of days in order of time.
    private static Map<Integer, List<Integer>> rowsByBlock(LeakEvidence evidence) {
        int[] starts = evidence.startDays();
        int[] sessions = Arrays.stream(starts).sorted().distinct().toArray();
        int size = blockDays(evidence.kind());
        return IntStream.range(0, starts.length).boxed().sorted(Comparator.comparingInt(row -> starts[row]))
                .collect(Collectors.groupingBy(row -> Arrays.binarySearch(sessions, starts[row]) / size, TreeMap::new,
                        Collectors.toList()));
    }
}
