package io.tidemark.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.dataset.FeatureMatrix;
import io.tidemark.dataset.TrainingSet;
import io.tidemark.model.HoldoutModel;
import io.tidemark.model.ModelKind;
import io.tidemark.model.TreeBooster;
import io.tidemark.work.Progress;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ContestTest {
    private static final PotTrainingInput INPUT = MadeRows.options(1500, 5);
    private static final LocalDate EARLY = LocalDate.of(2019, 1, 1);
    private static final LocalDate LATE = LocalDate.of(2019, 7, 1);
    private static final byte[] GOOD = grown(List.of(-1, 0, 1, 1, 0, 0), INPUT.set(), 25);
    private static final byte[] POOR = grown(List.of(-1, 0, 1, 1, 0, 0), INPUT.set(), 1);

    @Test
    void rowsAreThoseFromTheLaterOfBothDaysOn() {
        Contest contest = hold(new HoldoutModel(GOOD, EARLY), new HoldoutModel(GOOD, LATE)).orElseThrow();
        assertThat(contest).isEqualTo(hold(new HoldoutModel(GOOD, LATE), new HoldoutModel(GOOD, EARLY)).orElseThrow());
        int[] days = Days.epochDays(INPUT.set().dates());
        assertThat(contest.rows())
                .isEqualTo((int) IntStream.of(days).filter(day -> day >= LATE.toEpochDay()).count());
        assertThat(contest.from()).isAfterOrEqualTo(LATE).isBefore(LATE.plusDays(5));
        assertThat(contest.to().toEpochDay()).isEqualTo(IntStream.of(days).max().orElseThrow());
    }

    @Test
    void meansAreTheBrierScoresOfThoseRows() {
        Contest contest = hold(new HoldoutModel(POOR, EARLY), new HoldoutModel(GOOD, EARLY)).orElseThrow();
        assertThat(contest.champion()).isCloseTo(brier(POOR), within(1e-7));
        assertThat(contest.challenger()).isCloseTo(brier(GOOD), within(1e-7));
    }

    @Test
    void theBetterModelIsNotWorseInEveryRedrawAndTheOtherInNone() {
        Contest up = hold(new HoldoutModel(POOR, EARLY), new HoldoutModel(GOOD, EARLY)).orElseThrow();
        assertThat(up.notWorse()).isGreaterThan(0.99);
        assertThat(up.lowGain()).isPositive().isLessThan(up.gain());
        Contest down = hold(new HoldoutModel(GOOD, EARLY), new HoldoutModel(POOR, EARLY)).orElseThrow();
        assertThat(down.notWorse()).isLessThan(0.01);
        assertThat(down.gain()).isEqualTo(-up.gain());
    }

    @Test
    void lessThanABlockOfDaysGivesNoContest() {
        LocalDate last = hold(new HoldoutModel(GOOD, LATE), new HoldoutModel(GOOD, LATE)).orElseThrow().to();
        assertThat(hold(new HoldoutModel(GOOD, EARLY), new HoldoutModel(GOOD, last.minusDays(40)))).isEmpty();
    }

    @Test
    void theGridFindsAModelThatGoesTheWrongWay() {
        try (var good = TreeBooster.load(GOOD, 1);
                var free = TreeBooster.load(grown(List.of(), INPUT.set(), 60), 1)) {
            assertThat(MonotoneOrder.violations(good, INPUT.set().features())).isZero();
            assertThat(MonotoneOrder.violations(free, INPUT.set().features())).isGreaterThan(20);
        }
    }

    @Test
    void chanceAloneGivesTwentyRowsABinAnErrorOfAboutEightPercent() {
        var twenty = IntStream.range(0, 10).mapToObj(i -> new CalibrationBin(20, 0.5, 0.5, 0, 1)).toList();
        var many = IntStream.range(0, 10).mapToObj(i -> new CalibrationBin(2000, 0.5, 0.5, 0, 1)).toList();
        // mean |N| is 0.798 sd, sd 0.5 / sqrt 20; the 99th percentile of the mean of ten lies 2.33 x 0.603 / sqrt 10 up
        double expected = 0.5 / Math.sqrt(20) * (0.798 + 2.33 * 0.603 / Math.sqrt(10));
        assertThat(CalibrationChance.limit(twenty, 1)).isCloseTo(expected, within(0.015));
        assertThat(CalibrationChance.limit(many, 1)).isCloseTo(CalibrationChance.limit(twenty, 1) / 10, within(1e-9));
    }

    private static Optional<Contest> hold(HoldoutModel champion, HoldoutModel challenger) {
        return new ContestGround(ModelKind.PROBABILITY_OF_TOUCH, INPUT.set(), 1).hold(champion, challenger);
    }

    private static double brier(byte[] ubj) {
        int[] days = Days.epochDays(INPUT.set().dates());
        int[] late = IntStream.range(0, days.length).filter(row -> days[row] >= EARLY.toEpochDay()).toArray();
        FeatureMatrix rows = INPUT.set().features().select(late);
        try (var booster = TreeBooster.load(ubj, 1)) {
            float[] p = booster.predict(rows);
            double[] predicted = IntStream.range(0, p.length).mapToDouble(i -> p[i]).toArray();
            return ProbabilityFigures.of(IntStream.of(late).map(row -> INPUT.set().labels()[row]).toArray(), predicted)
                    .brier();
        }
    }

    private static byte[] grown(List<Integer> monotone, TrainingSet set, int rounds) {
        return new Growth(Objective.probability(monotone), BoosterSettings.touch(), 42, RoundListener.none(),
                Progress.none()).growUnwatched("test", new LabelledRows(set.features(), set.labels()), rounds);
    }
}
