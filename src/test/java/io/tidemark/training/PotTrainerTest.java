package io.tidemark.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.dataset.FeatureMatrix;
import io.tidemark.dataset.ForwardSplit;
import io.tidemark.dataset.TrainingSet;
import io.tidemark.model.TreeBooster;
import io.tidemark.storage.Json;
import io.tidemark.touch.R2Ceiling;
import io.tidemark.work.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PotTrainerTest {
    private static final int ROWS = 4000;
    private static final PotTrainingInput INPUT = MadeRows.options(ROWS, 5);
    private static final PotTrainingOptions OPTIONS = PotTrainingOptions.of(42);
    private static final PotTraining TRAINED = train(INPUT, OPTIONS);
    private static final int DISTANCE = 0;
    private static final int DAYS = 2;
    private static final int VOLATILITY = 3;

    @Test
    void theModelBeatsABaselineThatIsWrongAndStaysUnderTheCeiling() {
        Versus honest = TRAINED.evaluation().honest();
        assertThat(honest.model().r2()).isGreaterThan(Objects.requireNonNull(honest.baseline().r2()) + 0.01);
        assertThat(TRAINED.evaluation().r2Gain().low()).isPositive();
        assertThat(TRAINED.evaluation().warnings()).isEmpty();
        assertThat(TRAINED.evaluation().ceiling()).isGreaterThan(honest.model().r2());
    }

    @Test
    void probabilityNeverFallsWithDaysOrVolatilityNorRisesWithDistance() {
        try (var booster = TreeBooster.load(TRAINED.ubj(), 1)) {
            assertThat(violations(booster)).isZero();
        }
    }

    @Test
    void withoutConstraintsTheSameDataBreaksThatOrder() {
        var rows = new LabelledRows(INPUT.set().features(), INPUT.set().labels());
        var free = new Growth(Objective.probability(List.of()), BoosterSettings.touch(), 42, RoundListener.none(),
                Progress.none());
        try (var booster = TreeBooster.load(free.growUnwatched("free", rows, TRAINED.evaluation().rounds()), 1)) {
            assertThat(violations(booster)).isGreaterThan(20);
        }
    }

    @Test
    void theModelKeptForComparisonsIsTheOneThatTheLastBlockWasJudgedWith() {
        PotEvaluation.PotFold last = TRAINED.evaluation().folds().getLast();
        assertThat(TRAINED.holdout().from()).isEqualTo(last.facts().testFrom());
        int from = Math.toIntExact(last.facts().testFrom().toEpochDay());
        int[] starts = Days.epochDays(INPUT.set().dates());
        int[] later = IntStream.range(0, ROWS).filter(row -> starts[row] >= from).toArray();
        LabelledRows rows = new LabelledRows(INPUT.set().features(), INPUT.set().labels()).select(later);
        try (var booster = TreeBooster.load(TRAINED.holdout().ubj(), 1)) {
            float[] p = booster.predict(rows.features());
            double[] predicted = IntStream.range(0, p.length).mapToDouble(i -> p[i]).toArray();
            assertThat(ProbabilityFigures.of(rows.labels(), predicted)).isEqualTo(last.figures().model());
        }
    }

    @Test
    void ceilingIsThatOfTheBaselineOnTheTestRows() {
        int[] starts = Days.epochDays(INPUT.set().dates());
        double[] tested = OPTIONS.split().split(starts, INPUT.knownDays()).stream()
                .flatMapToInt(fold -> IntStream.of(fold.test())).mapToDouble(row -> INPUT.baseline()[row]).toArray();
        assertThat(TRAINED.evaluation().ceiling()).isEqualTo(R2Ceiling.of(tested));
        assertThat(TRAINED.evaluation().honest().model().rows()).isEqualTo(tested.length);
    }

    @Test
    void baselineIsJudgedOnTheSameRowsBySymbolToo() {
        var slices = TRAINED.evaluation().slices().stream().filter(slice -> slice.dimension().equals("symbol"))
                .toList();
        assertThat(slices).extracting(PotSlice::value).containsExactly("AAA", "BBB");
        assertThat(slices).allSatisfy(slice -> {
            assertThat(slice.figures().model().rows()).isEqualTo(slice.figures().baseline().rows());
            assertThat(slice.figures().model().baseRate()).isEqualTo(slice.figures().baseline().baseRate());
            assertThat(slice.figures().baseline().r2()).isNotEqualTo(slice.figures().model().r2());
        });
    }

    @Test
    void slicesOfEveryDimensionHoldAllTestRows() {
        int tested = TRAINED.evaluation().honest().model().rows();
        for (String dimension : List.of("symbol", "side", "days", "z")) {
            assertThat(TRAINED.evaluation().slices().stream().filter(slice -> slice.dimension().equals(dimension))
                    .mapToInt(slice -> slice.figures().model().rows()).sum()).as(dimension).isEqualTo(tested);
        }
    }

    @Test
    void slicesByDistanceFallInBaseRate() {
        var rates = TRAINED.evaluation().slices().stream().filter(slice -> slice.dimension().equals("z"))
                .map(slice -> -slice.figures().model().baseRate()).toList();
        assertThat(rates).hasSize(5).isSorted();
    }

    @Test
    void aSliceOfFewRowsIsMarked() {
        String[] symbols = INPUT.symbols().clone();
        Arrays.fill(symbols, "AAA");
        Arrays.fill(symbols, ROWS - 19, ROWS, "RARE");
        var input = new PotTrainingInput(INPUT.set(), INPUT.knownDays(), symbols, INPUT.baseline());
        assertThat(train(input, OPTIONS).evaluation().slices()).filteredOn(slice -> slice.value().equals("RARE"))
                .singleElement().extracting(PotSlice::tooFew).isEqualTo(true);
    }

    @Test
    void numberOfThreadsDoesNotChangeTheModelOrTheFigures() {
        var alone = train(INPUT, OPTIONS.withThreads(1));
        var three = train(INPUT, OPTIONS.withThreads(3));
        assertThat(alone.ubj()).isEqualTo(three.ubj()).isEqualTo(TRAINED.ubj());
        assertThat(Json.text(alone.evaluation())).isEqualTo(Json.text(three.evaluation()));
    }

    @Test
    void anotherSeedGivesAnotherModel() {
        assertThat(train(INPUT, PotTrainingOptions.of(43)).ubj()).isNotEqualTo(TRAINED.ubj());
    }

    @Test
    void noRowIsLearnedFromBeforeItsOutcomeIsKnown() {
        int[] starts = Days.epochDays(INPUT.set().dates());
        OPTIONS.split().split(starts, INPUT.knownDays()).forEach(fold -> {
            int firstTest = IntStream.of(fold.test()).map(row -> starts[row]).min().orElseThrow();
            IntPredicate known = row -> INPUT.knownDays()[row] < firstTest;
            assertThat(IntStream.of(fold.train()).allMatch(known)).isTrue();
            assertThat(IntStream.of(fold.validation()).allMatch(known)).isTrue();
        });
        assertThat(TRAINED.evaluation().folds()).allSatisfy(fold -> assertThat(fold.facts().purgedRows()).isPositive());
    }

    @Test
    void aFeatureThatKnowsTheOutcomeRaisesTheLeakAlarm() {
        float[] values = INPUT.set().features().sharedValues().clone();
        for (int i = 0; i < ROWS; i++) {
            values[6 * i + 5] = INPUT.set().labels()[i];
        }
        var set = new TrainingSet(FeatureMatrix.of(INPUT.set().features().names(), values), INPUT.set().labels(),
                INPUT.set().dates());
        var leaking = train(new PotTrainingInput(set, INPUT.knownDays(), INPUT.symbols(), INPUT.baseline()), OPTIONS);
        assertThat(leaking.evaluation().honest().model().r2()).isGreaterThan(0.9);
        assertThat(leaking.evaluation().warnings()).singleElement().asString().contains("above the ceiling");
    }

    @Test
    void outcomesThatNothingTellsGiveNoR2() {
        int[] coins = IntStream.range(0, ROWS).map(i -> ((i * 7919) >> 4) & 1).toArray();
        var set = new TrainingSet(INPUT.set().features(), coins, INPUT.set().dates());
        var chance = train(new PotTrainingInput(set, INPUT.knownDays(), INPUT.symbols(), INPUT.baseline()), OPTIONS);
        assertThat(chance.evaluation().honest().model().r2()).isCloseTo(0, within(0.03));
    }

    @Test
    void intervalsHoldTheFigure() {
        assertThat(TRAINED.evaluation().r2().low()).isLessThan(TRAINED.evaluation().honest().model().r2());
        assertThat(TRAINED.evaluation().r2().high()).isGreaterThan(TRAINED.evaluation().honest().model().r2());
    }

    @Test
    void outcomesAllAlikeAreRefused() {
        var set = new TrainingSet(INPUT.set().features(), new int[ROWS], INPUT.set().dates());
        var input = new PotTrainingInput(set, INPUT.knownDays(), INPUT.symbols(), INPUT.baseline());
        assertThatThrownBy(() -> train(input, OPTIONS)).isInstanceOf(CannotTrainException.class)
                .hasMessageStartingWith("All 4000 rows are labelled 0");
    }

    @Test
    void outcomesAlikeInTheFirstFoldAreRefusedWithItsDate() {
        int[] labels = IntStream.range(0, ROWS).map(i -> i < 3000 ? 0 : i % 2).toArray();
        var set = new TrainingSet(INPUT.set().features(), labels, INPUT.set().dates());
        var input = new PotTrainingInput(set, INPUT.knownDays(), INPUT.symbols(), INPUT.baseline());
        assertThatThrownBy(() -> train(input, OPTIONS)).isInstanceOf(CannotTrainException.class)
                .hasMessageMatching("All rows before 201\\d-\\d\\d-\\d\\d came out alike: .*");
    }

    @Test
    void aBaselineThatIsNoProbabilityIsRefused() {
        double[] baseline = INPUT.baseline().clone();
        baseline[9] = Double.NaN;
        var input = new PotTrainingInput(INPUT.set(), INPUT.knownDays(), INPUT.symbols(), baseline);
        assertThatThrownBy(() -> train(input, OPTIONS)).isInstanceOf(CannotTrainException.class)
                .hasMessageStartingWith("Row 9 has the baseline probability NaN");
    }

    @Test
    void tooFewSessionsForTheFoldsAreInsufficientData() {
        var split = new ForwardSplit(4, 500, 0.3, 0.15);
        assertThatThrownBy(() -> train(INPUT, OPTIONS.withSplit(split)))
                .isInstanceOfSatisfying(CannotTrainException.class,
                        e -> assertThat(e.reason()).isEqualTo(CannotTrainException.Reason.INSUFFICIENT_DATA))
                .hasMessageStartingWith("Insufficient data: fold 1 of 4 has no training rows");
    }

    private static PotTraining train(PotTrainingInput input, PotTrainingOptions options) {
        return PotTrainer.train(input, options, RoundListener.none(), Progress.none());
    }

    /// Steps of a grid of distance, days and volatility on which the prediction goes the wrong way.
    private static int violations(TreeBooster booster) {
        return wrongWay(booster, DISTANCE, -1) + wrongWay(booster, DAYS, 1) + wrongWay(booster, VOLATILITY, 1);
    }

    private static int wrongWay(TreeBooster booster, int moved, int direction) {
        var grid = new ArrayList<float[]>();
        for (float side : new float[]{-1, 1}) {
            for (float distance = 1; distance < 60; distance += 7) {
                for (float days = 5; days <= 60; days += 11) {
                    for (float volatility = 0.15f; volatility < 0.65f; volatility += 0.1f) {
                        grid.add(new float[]{distance, side, days, volatility, volatility, 0.01f});
                    }
                }
            }
        }
        int wrong = 0;
        for (float[] point : grid) {
            var line = new float[6 * 40];
            for (int step = 0; step < 40; step++) {
                System.arraycopy(point, 0, line, 6 * step, 6);
                line[6 * step + moved] = point[moved] * (0.2f + 0.1f * step);
            }
            float[] p = booster.predict(FeatureMatrix.of(INPUT.set().features().names(), line));
            for (int step = 1; step < 40; step++) {
                wrong += direction * (p[step] - p[step - 1]) < 0 ? 1 : 0;
            }
        }
        return wrong;
    }
}
