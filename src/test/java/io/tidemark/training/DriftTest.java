package io.tidemark.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.dataset.FeatureMatrix;
import io.tidemark.dataset.TrainingSet;
import io.tidemark.model.HoldoutModel;
import io.tidemark.work.Progress;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DriftTest {
    private static final int DAYS = 1200;
    private static final int FAST = 0;
    private static final int SLOW = 1;
    private static final PotTrainingInput OPTIONS = MadeRows.options(1500, 5);

    /// Days without drift: a column that is new every day, and one that keeps nine tenths of its value.
    private static float[] quiet(long seed) {
        var random = new Random(seed);
        var values = new float[2 * DAYS];
        double slow = 0;
        for (int day = 0; day < DAYS; day++) {
            slow = 0.9 * slow + random.nextGaussian();
            values[2 * day + FAST] = (float) random.nextGaussian();
            values[2 * day + SLOW] = (float) slow;
        }
        return values;
    }

    private static TrainingSet set(float[] values, int[] labels) {
        return new TrainingSet(FeatureMatrix.of(List.of("fast", "slow"), values), labels,
                MadeRows.asNumbers(MadeRows.weekdays(DAYS)));
    }

    private static int[] mixed(long seed) {
        var random = new Random(seed);
        return IntStream.range(0, DAYS).map(day -> random.nextInt(3)).toArray();
    }

    private static Stream<FeatureDrift> drifted(TrainingSet set) {
        var ruler = new DriftRuler(set, 1);
        return Stream.of(63, 252).map(sessions -> ruler.newest(sessions).orElseThrow())
                .flatMap(window -> Stream.concat(window.features().stream(), Stream.of(window.labels())))
                .filter(FeatureDrift::drifted);
    }

    @Test
    void withoutDriftAtMostOneReportInTenWarns() {
        long warned = IntStream.range(0, 30)
                .filter(seed -> drifted(set(quiet(seed), mixed(seed))).findAny().isPresent())
                .count();
        assertThat(warned).isLessThanOrEqualTo(3);
    }

    @Test
    void aShiftOfTwoStandardDeviationsIsFoundInEveryHistory() {
        for (int seed = 0; seed < 10; seed++) {
            float[] values = quiet(seed);
            for (int day = DAYS - 63; day < DAYS; day++) {
                values[2 * day + FAST] += 2;
            }
            assertThat(drifted(set(values, mixed(seed)))).as("seed %d", seed).extracting(FeatureDrift::feature)
                    .contains("fast");
        }
    }

    @Test
    void anotherUnitIsFoundBecauseValuesLeaveTheRange() {
        float[] values = quiet(3);
        for (int day = DAYS - 63; day < DAYS; day++) {
            values[2 * day + SLOW] = 100 * values[2 * day + SLOW];
        }
        FeatureDrift found = drifted(set(values, mixed(3))).filter(drift -> drift.feature().equals("slow")).findFirst()
                .orElseThrow();
        assertThat(found.outside()).isGreaterThan(0.5).isGreaterThan(found.outsideLimit());
    }

    @Test
    void anotherMixOfLabelsIsFound() {
        int[] labels = mixed(4);
        for (int day = DAYS - 63; day < DAYS; day++) {
            labels[day] = day % 10 == 0 ? 1 : 2;
        }
        assertThat(drifted(set(quiet(4), labels))).extracting(FeatureDrift::feature).contains("label");
        DriftWindow window = new DriftRuler(set(quiet(4), labels), 1).newest(63).orElseThrow();
        assertThat(window.sharesNow()).containsOnlyKeys(1, 2);
        assertThat(window.sharesBefore().values().stream().mapToDouble(Double::doubleValue).sum()).isCloseTo(1,
                within(1e-9));
    }

    /// Two tenths of the rows move from the lowest to the highest tenth: 0.1 ln(0.1/0.1) but for those two.
    @Test
    void indexAndDistanceAreThoseCountedByHand() {
        var values = new float[2 * DAYS];
        int window = 200;
        for (int day = 0; day < DAYS; day++) {
            int tenth = day % 10;
            boolean moved = day >= DAYS - window && tenth == 0 && day % 20 == 0;
            values[2 * day] = moved ? 9 : tenth;
        }
        DriftWindow measured = new DriftRuler(set(values, mixed(1)), 1).newest(window).orElseThrow();
        FeatureDrift drift = measured.features().getFirst();
        double expected = (0.05 - 0.1) * Math.log(0.05 / 0.1) + (0.15 - 0.1) * Math.log(0.15 / 0.1);
        assertThat(drift.psi()).isCloseTo(expected, within(1e-9));
        assertThat(drift.ks()).isCloseTo(0.05, within(1e-9));
        assertThat(drift.outside()).isZero();
        assertThat(measured.rows()).isEqualTo(window);
    }

    /// The 99th percentile of chi-squared with nine degrees of freedom is 21.67; the index times the rows follows it.
    @Test
    void chanceLimitsTheIndexOfIndependentRowsAsChiSquaredDoes() {
        double limit = IntStream.range(0, 5).mapToDouble(seed -> new DriftRuler(set(quiet(seed), mixed(seed)), 1)
                .newest(252).orElseThrow().features().get(FAST).psiLimit()).min().orElseThrow();
        assertThat(limit).isGreaterThan(21.67 / 252 * 0.9).isLessThan(21.67 / 252 * 2);
    }

    /// Twenty options start each weekday and live for 1 to 60 days; of the newest only those that have ended are known.
    @Test
    void optionsCountOnTheDayTheirOutcomeWasKnown() {
        int last = Math.toIntExact(MadeRows.weekdays(DAYS).getLast().toEpochDay());
        var random = new Random(5);
        var starts = new ArrayList<LocalDate>();
        var lives = new ArrayList<Float>();
        for (LocalDate day : MadeRows.weekdays(DAYS)) {
            for (int i = 0; i < 20; i++) {
                int life = 1 + random.nextInt(60);
                if (day.toEpochDay() + life <= last) {
                    starts.add(day);
                    lives.add((float) life);
                }
            }
        }
        var values = new float[lives.size()];
        IntStream.range(0, values.length).forEach(row -> values[row] = lives.get(row));
        var set = new TrainingSet(FeatureMatrix.of(List.of("life"), values), new int[values.length],
                MadeRows.asNumbers(starts));
        int[] known = IntStream.range(0, values.length)
                .map(row -> Math.toIntExact(starts.get(row).toEpochDay()) + (int) values[row]).toArray();

        assertThat(new DriftRuler(set, 1).newest(63).orElseThrow().features().getFirst().drifted()).isTrue();
        assertThat(new DriftRuler(set, known, 1).newest(63).orElseThrow().features().getFirst().drifted()).isFalse();
    }

    @Test
    void tooShortAHistoryGivesNoWindow() {
        assertThat(new DriftRuler(set(quiet(1), mixed(1)), 1).newest(301)).isEmpty();
    }

    @Test
    void aModelThatKnowsLittleFallsBehindAFormulaThatIsTrue() {
        var late = LocalDate.of(2019, 6, 1);
        double[] truth = IntStream.range(0, OPTIONS.baseline().length).mapToDouble(row -> OPTIONS.baseline()[row] / 1.4)
                .toArray();
        var poor = new HoldoutModel(grown(1), late);
        RollingScore score = RollingScore.touch(OPTIONS.set(), truth, poor, 200, 1).orElseThrow();
        assertThat(score.behind()).isTrue();
        assertThat(score.model()).isGreaterThan(score.reference());
        RollingScore good = RollingScore
                .touch(OPTIONS.set(), OPTIONS.baseline(), new HoldoutModel(grown(25), late), 200, 1).orElseThrow();
        assertThat(good.behind()).isFalse();
        assertThat(RollingScore.touch(OPTIONS.set(), truth, poor, 63, 1).orElseThrow().notWorse()).isNull();
        assertThat(
                RollingScore.touch(OPTIONS.set(), truth, new HoldoutModel(grown(1), LocalDate.of(2021, 1, 1)), 63, 1))
                .isEmpty();
    }

    private static byte[] grown(int rounds) {
        return new Growth(Objective.probability(List.of(-1, 0, 1, 1, 0, 0)), BoosterSettings.touch(), 42,
                RoundListener.none(), Progress.none())
                .growUnwatched("test", new LabelledRows(OPTIONS.set().features(), OPTIONS.set().labels()), rounds);
    }
}
