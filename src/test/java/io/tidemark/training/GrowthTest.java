package io.tidemark.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.dataset.FeatureMatrix;
import io.tidemark.dataset.TrainingSet;
import io.tidemark.model.TreeBooster;
import io.tidemark.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class GrowthTest {
    private static final BoosterSettings SETTINGS = new BoosterSettings(new TreeSettings(3, 1, 0.8, 1, 1, 64),
            new RoundSettings(0.3, 200, 5, 0));
    private static final Path STATUS = Path.of("/proc/self/status");

    private final TrainingSet options = MadeRows.options(1200, 1).set();
    private final LabelledRows rows = new LabelledRows(options.features(), options.labels());

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherSeedDoesNot() {
        byte[] first = growth(1).grow("final", rows, 10).ubj();
        assertThat(growth(1).grow("final", rows, 10).ubj()).isEqualTo(first);
        assertThat(growth(2).grow("final", rows, 10).ubj()).isNotEqualTo(first);
    }

    @Test
    void watchedOrNotTheBytesAreTheSame() {
        assertThat(growth(1).growUnwatched("x", rows, 10)).isEqualTo(growth(1).grow("final", rows, 10).ubj());
    }

    @Test
    void exactlyTheRoundsAskedForAreInTheModel() throws Exception {
        var booster = XGBoost.loadModel(growth(1).grow("final", rows, 17).ubj());
        assertThat(booster.getNumBoostedRound()).isEqualTo(17);
        booster.dispose();
    }

    @Test
    void searchingStopsWhenPatienceEndsAndNamesTheBestRound() {
        LearningCurve curve = search(SETTINGS);
        double least = IntStream.range(0, curve.validation().length).mapToDouble(i -> curve.validation()[i]).min()
                .orElseThrow();
        assertThat(curve.validation()[curve.best() - 1]).isEqualTo(least);
        assertThat(curve.validation()).hasSize(curve.best() + SETTINGS.rounds().patience());
        assertThat(curve.train()).hasSameSizeAs(curve.validation());
    }

    @Test
    void gainsThatAreTooSmallDoNotCount() {
        var demanding = new BoosterSettings(SETTINGS.trees(), new RoundSettings(0.3, 200, 5, 0.02));
        assertThat(search(demanding).best()).isLessThan(search(SETTINGS).best());
    }

    @Test
    void searchingEndsAtTheMostRounds() {
        var few = new BoosterSettings(SETTINGS.trees(), new RoundSettings(0.01, 4, 50, 0));
        assertThat(search(few).validation()).hasSize(4);
    }

    @Test
    void absentClassesKeepTheirColumns() {
        int[] labels = IntStream.of(options.labels()).map(label -> label == 1 ? 4 : 2).toArray();
        var growth = new Growth(Objective.classes(5), SETTINGS, 1, RoundListener.none(), Progress.none());
        byte[] ubj = growth.grow("final", new LabelledRows(options.features(), labels), 30).ubj();
        try (var booster = TreeBooster.load(ubj, 1)) {
            assertThat(booster.outputs()).isEqualTo(5);
            float[] first = booster.predict(options.features().select(new int[]{0}));
            assertThat(IntStream.range(0, 5).mapToDouble(i -> first[i]).sum()).isCloseTo(1, within(1e-6));
            assertThat(first[0] + first[1] + first[3]).isLessThan(0.01f);
        }
    }

    @Test
    void missingValuesAreLearnedFromAndPredicted() {
        int n = 400;
        var values = new float[n];
        var labels = new int[n];
        for (int i = 0; i < n; i++) {
            labels[i] = i % 2;
            values[i] = labels[i] == 1 ? Float.NaN : i;
        }
        var holes = new LabelledRows(FeatureMatrix.of(List.of("x"), values), labels);
        var growth = new Growth(Objective.probability(List.of()), SETTINGS, 1, RoundListener.none(), Progress.none());
        try (var booster = TreeBooster.load(growth.grow("final", holes, 20).ubj(), 1)) {
            float[] p = booster.predict(FeatureMatrix.of(List.of("x"), new float[]{Float.NaN, 100}));
            assertThat(p[0]).isGreaterThan(0.9f);
            assertThat(p[1]).isLessThan(0.1f);
        }
    }

    @Test
    void predictionsAreThoseOfXgboostItself() throws Exception {
        byte[] ubj = growth(1).grow("final", rows, 12).ubj();
        var booster = XGBoost.loadModel(ubj);
        var matrix = new DMatrix(options.features().sharedValues(), rows.labels().length, 6, Float.NaN);
        float[][] expected = booster.predict(matrix);
        try (var own = TreeBooster.load(ubj, 2)) {
            float[] predicted = own.predict(options.features());
            assertThat(IntStream.range(0, predicted.length)).allMatch(i -> predicted[i] == expected[i][0]);
        }
        matrix.dispose();
        booster.dispose();
    }

    @Test
    void cancellingEndsTheGrowthBetweenTwoRounds() {
        var seen = new AtomicInteger();
        RoundListener counting = (phase, round, train, validation) -> seen.set(round);
        var growth = new Growth(Objective.probability(List.of()), SETTINGS, 1, counting, new StopAfter(7));
        assertThatThrownBy(() -> growth.grow("final", rows, 100)).isInstanceOf(CancellationException.class);
        assertThat(seen).hasValue(7);
    }

    @Test
    void anInterruptEndsTheGrowthAndStaysSet() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> growth(1).grow("final", rows, 100)).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void manyTrainingsLeaveNoNativeMemoryBehind() throws IOException {
        Assumptions.assumeTrue(Files.exists(STATUS), "skipped: this system does not tell the memory of a process");
        LabelledRows many = rows.select(IntStream.range(0, 20_000).map(i -> i % 1200).toArray());
        grow(many, 20);
        touchTheHeap();
        long before = residentKilobytes();
        grow(many, 100);
        // Without disposal each training leaves 1.5 MB, 150 MB in all.
        assertThat(residentKilobytes() - before).isLessThan(50_000);
    }

    private static void grow(LabelledRows many, int times) {
        for (int i = 0; i < times; i++) {
            byte[] ubj = growth(i).growUnwatched("x", many, 2);
            try (var booster = TreeBooster.load(ubj, 1)) {
                assertThat(booster.predict(many.features())).hasSize(many.labels().length);
            }
        }
    }

    /// Garbage through all of the young generation, so that the Java heap does not grow any more.
    private static void touchTheHeap() {
        long sum = 0;
        for (int i = 0; i < 600; i++) {
            var garbage = new byte[1 << 20];
            Arrays.fill(garbage, (byte) i);
            sum += garbage[i];
        }
        assertThat(sum).isNotZero();
    }

    private static long residentKilobytes() throws IOException {
        return Files.readAllLines(STATUS).stream().filter(line -> line.startsWith("VmRSS"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).sum();
    }

    private LearningCurve search(BoosterSettings settings) {
        var growth = new Growth(Objective.probability(List.of()), settings, 1, RoundListener.none(), Progress.none());
        return growth.search("fold 1", rows.select(IntStream.range(0, 900).toArray()),
                rows.select(IntStream.range(900, 1200).toArray()));
    }

    private static Growth growth(long seed) {
        return new Growth(Objective.probability(List.of()), SETTINGS, seed, RoundListener.none(), Progress.none());
    }

    /// Cancels the work once it has been asked a number of times.
    record StopAfter(int times, AtomicInteger asked) implements Progress {
        StopAfter(int times) {
            this(times, new AtomicInteger());
        }

        @Override
        public void report(long done, long total, String message) {
            // nobody watches
        }

        @Override
        public void checkCancelled() {
            if (asked.incrementAndGet() > times) {
                throw new CancellationException("stopped by the test");
            }
        }
    }
}
