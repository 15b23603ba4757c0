package io.tidemark.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidemark.dataset.FeatureMatrix;
import io.tidemark.dataset.TrainingSet;
import io.tidemark.model.TreeBooster;
import io.tidemark.storage.Json;
import io.tidemark.work.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegimeTrainerTest {
    private static final int DAYS = 1500;
    private static final TrainingSet SET = MadeRows.regimes(DAYS, 3);
    private static final RegimeTrainingOptions OPTIONS = RegimeTrainingOptions.of(42);
    private static final RegimeTraining TRAINED = train(SET, OPTIONS);

    @Test
    void theRuleIsRepeatedOnLaterDays() {
        assertThat(TRAINED.evaluation().honest().accuracy()).isGreaterThan(0.98);
        assertThat(TRAINED.evaluation().reading()).startsWith("Fidelity, not skill");
    }

    @Test
    void everyTestDayIsJudgedOnceAndInOrderOfTime() {
        var folds = TRAINED.evaluation().folds();
        assertThat(folds).hasSize(3);
        assertThat(TRAINED.evaluation().honest().rows()).isEqualTo(600)
                .isEqualTo(folds.stream().mapToInt(fold -> fold.facts().testRows()).sum());
        for (int i = 1; i < folds.size(); i++) {
            assertThat(folds.get(i).facts().testFrom()).isAfter(folds.get(i - 1).facts().testTo());
        }
    }

    @Test
    void theTestedDaysAreThoseOfTheConfusionMatrix() {
        var tested = TRAINED.evaluation().tested();
        int[][] confusion = TRAINED.evaluation().honest().confusion();
        for (int label = 0; label < 5; label++) {
            for (int predicted = 0; predicted < 5; predicted++) {
                assertThat(tested.of(label, predicted)).hasSize(confusion[label][predicted]).isSorted();
            }
        }
        assertThat(tested.dates()).hasSize(600).endsWith(SET.dates()[DAYS - 1]);
    }

    @Test
    void anEvaluationKeptWithoutTestedDaysIsRead(@TempDir Path folder) throws IOException {
        ObjectNode json = Json.tree(TRAINED.evaluation());
        json.remove("tested");
        Path file = folder.resolve("evaluation.json");
        Json.write(file, json);
        var read = Json.read(file, RegimeEvaluation.class);
        assertThat(read.tested().dates()).isEmpty();
        assertThat(read.honest().accuracy()).isEqualTo(TRAINED.evaluation().honest().accuracy());
    }

    @Test
    void aChosenBoosterIsKeptWhenTheHorizonChanges() {
        var chosen = new BoosterSettings(new TreeSettings(5, 1, 1, 1, 1, 256), new RoundSettings(0.3, 7, 3, 0));
        assertThat(OPTIONS.withBooster(chosen).withHorizon(5).booster()).isEqualTo(chosen);
        assertThat(OPTIONS.withHorizon(5).withBooster(BoosterSettings.regime()).withHorizon(5).booster())
                .isEqualTo(BoosterSettings.regime());
        assertThat(OPTIONS.withHorizon(5).booster()).isEqualTo(BoosterSettings.forecast());
        assertThat(OPTIONS.withHorizon(5).withHorizon(0)).isEqualTo(OPTIONS);
    }

    @Test
    void aFoldIsJudgedWithTheMedianOfTheBestRoundsUpToIt() {
        var facts = TRAINED.evaluation().folds().stream().map(RegimeEvaluation.RegimeFold::facts).toList();
        assertThat(facts.getFirst().rounds()).isEqualTo(facts.getFirst().bestRound());
        assertThat(facts.get(1).rounds()).isEqualTo((facts.get(0).bestRound() + facts.get(1).bestRound() + 1) / 2);
        var all = IntStream.range(0, 3).map(i -> facts.get(i).bestRound()).sorted().toArray();
        assertThat(facts.get(2).rounds()).isEqualTo(all[1]);
        assertThat(TRAINED.evaluation().rounds()).isEqualTo(all[1]);
    }

    @Test
    void theShippedModelIsGrownOnAllRows() {
        try (var booster = TreeBooster.load(TRAINED.ubj(), 1)) {
            var figures = ClassificationFigures.of(SET.labels(), booster.predict(SET.features()), 5);
            assertThat(figures.rows()).isEqualTo(DAYS);
            assertThat(figures.accuracy()).isGreaterThan(0.999);
        }
    }

    @Test
    void numberOfThreadsDoesNotChangeTheModelOrTheFigures() {
        var alone = train(SET, OPTIONS.withThreads(1));
        var three = train(SET, OPTIONS.withThreads(3));
        assertThat(alone.ubj()).isEqualTo(three.ubj()).isEqualTo(TRAINED.ubj());
        assertThat(Json.text(alone.evaluation())).isEqualTo(Json.text(three.evaluation()));
    }

    @Test
    void theNaiveFigureCarriesItsReason() {
        assertThat(TRAINED.evaluation().naive().figures().rows()).isEqualTo(DAYS / 5);
        assertThat(TRAINED.evaluation().naive().reason()).contains("split by chance");
    }

    @Test
    void baselinesStandBesideTheFigures() {
        var honest = TRAINED.evaluation().honest();
        int hits = 0;
        for (int i = DAYS - honest.rows(); i < DAYS; i++) {
            hits += SET.labels()[i] == SET.labels()[i - 1] ? 1 : 0;
        }
        assertThat(honest.persistenceAccuracy()).isEqualTo((double) hits / honest.rows());
        assertThat(TRAINED.evaluation().accuracy().low()).isLessThanOrEqualTo(honest.accuracy());
        assertThat(TRAINED.evaluation().accuracy().high()).isGreaterThanOrEqualTo(honest.accuracy());
    }

    @Test
    void aClassThatNeverOccursIsNamedAndBreaksNothing() {
        int[] labels = IntStream.of(SET.labels()).map(label -> label == 4 ? 3 : label).toArray();
        var trained = train(new TrainingSet(SET.features(), labels, SET.dates()), OPTIONS);
        assertThat(trained.evaluation().warnings())
                .contains("EXTREME_STRESS never occurs in these rows: the model cannot name it.");
        assertThat(trained.evaluation().honest().classes().get(4).support()).isZero();
        try (var booster = TreeBooster.load(trained.ubj(), 1)) {
            assertThat(booster.outputs()).isEqualTo(5);
        }
    }

    @Test
    void labelsThatNoFeatureTellsAreReportedAsUnfaithful() {
        int[] labels = IntStream.range(0, DAYS).map(i -> ((i * 7919) >> 3) % 5).toArray();
        var trained = train(new TrainingSet(SET.features(), labels, SET.dates()), OPTIONS);
        assertThat(trained.evaluation().honest().accuracy()).isLessThan(0.4);
        assertThat(trained.evaluation().warnings()).anyMatch(line -> line.contains("under 99 %"));
    }

    @Test
    void labelsThatLookAheadAreReadAsSkill() {
        var ahead = new TrainingSet(SET.features().select(IntStream.range(0, DAYS - 5).toArray()),
                IntStream.range(5, DAYS).map(i -> SET.labels()[i]).toArray(),
                IntStream.range(0, DAYS - 5).map(i -> SET.dates()[i]).toArray());
        var trained = train(ahead, OPTIONS.withHorizon(5));
        var honest = trained.evaluation().honest();
        assertThat(trained.evaluation().reading()).startsWith("Skill: the label is that of 5 sessions later");
        assertThat(honest.accuracy()).isLessThan(TRAINED.evaluation().honest().accuracy());
        // The label of the day itself, which is that of 5 rows earlier, is what persistence goes by.
        int[] judged = IntStream.range(ahead.rows() - honest.rows(), ahead.rows()).toArray();
        assertThat(honest.persistenceAccuracy()).isEqualTo(Persistence.accuracy(ahead.labels(), judged, 5));
        // A label known 5 sessions later plus the embargo: 5 rows before each test block are purged, 5 more embargoed.
        assertThat(trained.evaluation().folds().getFirst().facts().purgedRows()).isGreaterThanOrEqualTo(10);
    }

    @Test
    void roundsReachTheListenerOneAfterTheOtherAndFromTheFirst() {
        var phases = new HashSet<String>();
        var rounds = Collections.synchronizedList(new ArrayList<String>());
        RegimeTrainer.train(SET, OPTIONS, (phase, round, train, validation) -> {
            phases.add(phase);
            rounds.add(phase + " " + round);
            assertThat(train).isPositive();
            assertThat(Double.isNaN(validation)).isEqualTo(phase.equals("final"));
        }, Progress.none());
        assertThat(phases).containsExactlyInAnyOrder("fold 1", "fold 2", "fold 3", "final");
        assertThat(rounds).contains("fold 3 1", "final " + TRAINED.evaluation().rounds()).doesNotHaveDuplicates();
    }

    @Test
    void cancellingEndsTheTraining() {
        assertThatThrownBy(
                () -> RegimeTrainer.train(SET, OPTIONS, RoundListener.none(), new GrowthTest.StopAfter(20)))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void anInterruptedThreadCancelsTheTraining() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> train(SET, OPTIONS)).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aFailureOfTheListenerIsPassedOn() {
        assertThatThrownBy(() -> RegimeTrainer.train(SET, OPTIONS, (phase, round, train, validation) -> {
            throw new IllegalStateException("the listener broke");
        }, Progress.none())).isInstanceOf(IllegalStateException.class).hasMessage("the listener broke");
    }

    @Test
    void underTwoYearsIsInsufficientData() {
        assertThatThrownBy(() -> train(MadeRows.regimes(250, 1), OPTIONS))
                .isInstanceOfSatisfying(CannotTrainException.class,
                        e -> assertThat(e.reason()).isEqualTo(CannotTrainException.Reason.INSUFFICIENT_DATA))
                .hasMessageStartingWith("Insufficient data: the rows reach only from 2015-01-05 to 2015-12-18")
                .hasMessageContaining("at least 2 years");
    }

    @Test
    void oneClassOnlyIsRefused() {
        var calm = new TrainingSet(SET.features(), new int[DAYS], SET.dates());
        assertThatThrownBy(() -> train(calm, OPTIONS)).isInstanceOf(CannotTrainException.class)
                .hasMessageStartingWith("All 1500 rows are labelled 0");
    }

    @Test
    void whatIsNoLabelIsRefused() {
        int[] labels = SET.labels().clone();
        labels[77] = -2147483648;
        assertThatThrownBy(() -> train(new TrainingSet(SET.features(), labels, SET.dates()), OPTIONS))
                .isInstanceOfSatisfying(CannotTrainException.class,
                        e -> assertThat(e.reason()).isEqualTo(CannotTrainException.Reason.BAD_LABEL))
                .hasMessageStartingWith("Row 77 is labelled -2147483648, labels go from 0 to 4");
    }

    @Test
    void aFeatureWithoutValuesOrWithInfinityIsRefusedByName() {
        assertThatThrownBy(() -> train(withNoise(Float.NaN), OPTIONS)).isInstanceOf(CannotTrainException.class)
                .hasMessageStartingWith("Feature noise has no value in any row");
        assertThatThrownBy(() -> train(withNoise(Float.POSITIVE_INFINITY), OPTIONS))
                .isInstanceOf(CannotTrainException.class).hasMessageStartingWith("Feature noise is infinite in row 0");
    }

    @Test
    void rowsOutOfOrderAreRefused() {
        int[] dates = SET.dates().clone();
        dates[10] = dates[9];
        assertThatThrownBy(() -> train(new TrainingSet(SET.features(), SET.labels(), dates), OPTIONS))
                .hasMessage("row 10 is not later than the row before it");
    }

    @Test
    void settingsOutOfRangeAreRefusedByName() {
        assertThatThrownBy(() -> new TreeSettings(0, 1, 1, 1, 1, 256))
                .hasMessage("depth must be from 1 to 12, not 0");
        assertThatThrownBy(() -> new TreeSettings(3, 1, Double.NaN, 1, 1, 256))
                .hasMessage("subsample must be from 0.05 to 1, not NaN");
        assertThatThrownBy(() -> new RoundSettings(2, 10, 5, 0))
                .hasMessage("learningRate must be from 0.001 to 1, not 2");
        assertThatThrownBy(() -> OPTIONS.withHorizon(-1)).hasMessage("horizon must be from 0 to 60, not -1");
    }

    private static TrainingSet withNoise(float value) {
        float[] values = SET.features().sharedValues().clone();
        for (int i = 3; i < values.length; i += 4) {
            values[i] = value;
        }
        return new TrainingSet(FeatureMatrix.of(List.copyOf(SET.features().names()), values), SET.labels(),
                SET.dates());
    }

    private static RegimeTraining train(TrainingSet set, RegimeTrainingOptions options) {
        return RegimeTrainer.train(set, options, RoundListener.none(), Progress.none());
    }
}
