package io.tidemark.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.dataset.DatasetFiles;
import io.tidemark.dataset.DatasetManifest;
import io.tidemark.dataset.FeatureMatrix;
import io.tidemark.dataset.TrainingSet;
import io.tidemark.model.HoldoutModel;
import io.tidemark.model.ModelFacts;
import io.tidemark.model.ModelKind;
import io.tidemark.model.ModelRegistry;
import io.tidemark.model.RunRecord;
import io.tidemark.model.TrainedModel;
import io.tidemark.regime.RegimeThresholds;
import io.tidemark.training.MadeRows;
import io.tidemark.training.PotTrainer;
import io.tidemark.training.PotTraining;
import io.tidemark.training.PotTrainingInput;
import io.tidemark.training.PotTrainingOptions;
import io.tidemark.training.RegimeTrainer;
import io.tidemark.training.RegimeTraining;
import io.tidemark.training.RegimeTrainingOptions;
import io.tidemark.training.RoundListener;
import io.tidemark.work.Progress;
import io.tidemark.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromotionTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2025-01-02T12:00:00Z"), ZoneOffset.UTC);
    private static final PotTrainingInput OPTIONS = MadeRows.options(2000, 5);
    private static final TrainingSet DAYS = MadeRows.regimes(900, 3);
    private static final TrainedModel GOOD_POT = pot(OPTIONS);
    private static final TrainedModel TWIN = pot(OPTIONS, 1);
    private static final TrainedModel GOOD_REGIME = regime(DAYS, 0);

    @TempDir
    private Path folder;

    private ModelRegistry registry;
    private Promotion promotion;

    @BeforeEach
    void openWorkspace() {
        Workspace workspace = Workspace.at(folder);
        registry = new ModelRegistry(workspace.models(), CLOCK);
        promotion = new Promotion(workspace, CLOCK, PromotionRules.defaults());
    }

    @Test
    void theFirstModelIsPutInUseWhenItsOwnChecksPass() throws IOException {
        PromotionVerdict touch = decide(GOOD_POT, OPTIONS.set());
        assertThat(touch.reasons()).isEmpty();
        assertThat(touch.checks()).extracting(PromotionCheck::name).containsExactly("skill", "ceiling", "calibration",
                "order", "files");
        assertThat(touch.sentence()).isEqualTo("Run 1 is in use, there was none before.");
        assertThat(inUse(ModelKind.PROBABILITY_OF_TOUCH)).hasValue(1);
        assertThat(decide(GOOD_REGIME, DAYS).promoted()).isTrue();
        assertThat(inUse(ModelKind.REGIME_CLASSIFIER)).hasValue(1);
    }

    /// A bot with a doubtful model and its doubts told is better off than one that finds no file.
    @Test
    void aDoubtfulFirstModelIsPutInUseWithItsDoubtsTold() throws IOException {
        PromotionVerdict first = decide(regime(permuted(DAYS), 0), DAYS);

        assertThat(failed(first)).containsExactly("skill");
        assertThat(first.sentence()).startsWith(
                "Run 1 is in use, there was none before. As the first it is put in use all the same, although: ");
        assertThat(inUse(ModelKind.REGIME_CLASSIFIER)).hasValue(1);
    }

    @Test
    void aFirstModelThatGoesTheWrongWayIsRefused() throws IOException {
        RunRecord run = registry.saveRun(GOOD_REGIME);
        var wrong = new PromotionCheck("order", false, "The probability goes the wrong way.");

        assertThat(promotion.decide(new Promotion.Bid(run, PromotionPolicy.IF_NOT_WORSE, false), DAYS, List.of(wrong))
                .promoted()).isFalse();
        assertThat(inUse(ModelKind.REGIME_CLASSIFIER)).isEmpty();
    }

    @Test
    void anEqualChallengerIsPutInUse() throws IOException {
        decide(GOOD_POT, OPTIONS.set());
        decide(GOOD_REGIME, DAYS);
        for (PromotionVerdict verdict : List.of(decide(GOOD_POT, OPTIONS.set()), decide(GOOD_REGIME, DAYS))) {
            assertThat(verdict.sentence()).isEqualTo("Run 2 is in use, before it was run 1.");
            var contest = Objects.requireNonNull(verdict.contest());
            assertThat(contest.gain()).isZero();
            assertThat(contest.notWorse()).isEqualTo(1);
        }
        assertThat(inUse(ModelKind.PROBABILITY_OF_TOUCH)).hasValue(2);
    }

    @Test
    void aChallengerTrainedOnPermutedOutcomesIsNotPutInUse() throws IOException {
        decide(GOOD_POT, OPTIONS.set());
        byte[] before = Files.readAllBytes(registry.champion(ModelKind.PROBABILITY_OF_TOUCH).orElseThrow().ubj());
        PotTrainingInput corrupted = new PotTrainingInput(permuted(OPTIONS.set()), OPTIONS.knownDays(),
                OPTIONS.symbols(), OPTIONS.baseline());
        PromotionVerdict verdict = decide(pot(corrupted), OPTIONS.set());
        assertThat(verdict.promoted()).isFalse();
        assertThat(failed(verdict)).contains("skill", "contest");
        assertThat(verdict.sentence()).startsWith("Run 2 is kept and not put in use; run 1 stays in use. ")
                .contains("that neither knew, run 1 has");
        assertThat(registry.champion(ModelKind.PROBABILITY_OF_TOUCH).orElseThrow().ubj()).hasBinaryContent(before);
    }

    /// A model learns from distances in another unit all the same; on good rows it is wrong.
    @Test
    void aChallengerTrainedOnAShiftedFeatureIsNotPutInUse() throws IOException {
        decide(GOOD_POT, OPTIONS.set());
        PromotionVerdict verdict = decide(pot(shifted("distance_pct", 2)), OPTIONS.set());
        assertThat(failed(verdict)).containsExactly("contest");
        assertThat(inUse(ModelKind.PROBABILITY_OF_TOUCH)).hasValue(1);
    }

    /// Another seed gives another draw of the same model: surely worse on these rows, and by nothing that matters.
    @Test
    void aTwinThatLosesByItsSeedAloneIsPutInUse() throws IOException {
        decide(GOOD_POT, OPTIONS.set());
        PromotionVerdict verdict = decide(TWIN, OPTIONS.set());
        assertThat(verdict.promoted()).isTrue();
        var contest = Objects.requireNonNull(verdict.contest());
        assertThat(contest.notWorse()).isLessThan(0.05);
        assertThat(contest.loss()).isCloseTo(contest.challenger() / contest.champion() - 1, within(1e-12))
                .isBetween(0.01, 0.02);
    }

    @Test
    void aChallengerTrainedOnPermutedRegimesIsNotPutInUse() throws IOException {
        decide(GOOD_REGIME, DAYS);
        PromotionVerdict verdict = decide(regime(permuted(DAYS), 0), DAYS);
        assertThat(verdict.promoted()).isFalse();
        assertThat(failed(verdict)).contains("skill", "contest");
        assertThat(inUse(ModelKind.REGIME_CLASSIFIER)).hasValue(1);
    }

    /// Where the rows judged on are corrupted too, knowing nothing wins the contest; it does not make a model.
    @Test
    void whereAllLabelsArePermutedAModelThatKnowsNothingIsStillRefused() throws IOException {
        decide(GOOD_REGIME, DAYS);
        TrainingSet corrupted = permuted(DAYS);
        PromotionVerdict verdict = decide(regime(corrupted, 0), corrupted);
        assertThat(failed(verdict)).containsExactly("skill");
        assertThat(inUse(ModelKind.REGIME_CLASSIFIER)).hasValue(1);
    }

    @Test
    void modelsAreComparedOnDaysThatNeitherKnows() throws IOException {
        RunRecord run = registry.saveRun(GOOD_POT);
        decide(GOOD_POT, OPTIONS.set());
        var contest = Objects.requireNonNull(decide(GOOD_POT, OPTIONS.set()).contest());
        assertThat(contest.from()).isEqualTo(run.holdout().from());
        int from = Integer.parseInt(contest.from().toString().replace("-", ""));
        long rows = Arrays.stream(OPTIONS.set().dates()).filter(day -> day >= from).count();
        assertThat(contest.rows()).isEqualTo((int) rows);
    }

    @Test
    void withTooFewDaysNewToBothTheChampionStays() throws IOException {
        decide(GOOD_POT, OPTIONS.set());
        int[] dates = OPTIONS.set().dates();
        int[] early = IntStream.range(0, dates.length).filter(row -> dates[row] < 20200101).toArray();
        TrainingSet cut = new TrainingSet(OPTIONS.set().features().select(early),
                IntStream.of(early).map(row -> OPTIONS.set().labels()[row]).toArray(),
                IntStream.of(early).map(row -> dates[row]).toArray());
        var late = new TrainedModel(GOOD_POT.model(), GOOD_POT.ubj(),
                new HoldoutModel(GOOD_POT.holdout().ubj(), java.time.LocalDate.of(2019, 12, 20)), GOOD_POT.facts(),
                GOOD_POT.evaluation());
        PromotionVerdict verdict = decide(late, cut);
        assertThat(verdict.promoted()).isFalse();
        assertThat(verdict.reasons()).containsExactly("Too few days are new to this run and to run 1 alike to compare "
                + "them.");
    }

    /// A bot would go on and take a forecast of tomorrow for the state of today.
    @Test
    void aModelOfAnotherQuestionIsPutInUseOnlyByAPerson() throws IOException {
        decide(GOOD_REGIME, DAYS);
        RunRecord other = registry.saveRun(regime(DAYS, 1));
        PromotionVerdict byItself = decide(other, DAYS, false);
        assertThat(byItself.sentence()).isEqualTo("Run 2 is kept and not put in use; run 1 stays in use. It answers "
                + "another question than run 1: it looks 1 session ahead, not 0. A bot would take its answers for "
                + "those of before, so it is put in use only when you say so: 'tidemark promote regime_classifier 2' "
                + "in the terminal, or 'Put in use' among the runs.");
        assertThat(inUse(ModelKind.REGIME_CLASSIFIER)).hasValue(1);

        PromotionVerdict picked = decide(other, DAYS, true);
        assertThat(picked.contest()).isNull();
        assertThat(picked.sentence()).isEqualTo("Run 2 is in use, before it was run 1. It answers another question "
                + "than run 1: it looks 1 session ahead, not 0. Only its own figures were judged.");
        assertThat(inUse(ModelKind.REGIME_CLASSIFIER)).hasValue(2);
    }

    @Test
    void daysLabelledByOtherThresholdsAreAnotherQuestion() throws IOException {
        decide(GOOD_REGIME, DAYS);
        var data = GOOD_REGIME.facts().data();
        var origin = new DatasetManifest.Origin(data.origin().source(),
                Map.of("thresholds", RegimeThresholds.defaults()), data.origin().inputs());
        var facts = new ModelFacts(GOOD_REGIME.facts().features(), GOOD_REGIME.facts().outputs(),
                new DatasetManifest(data.format(), origin, data.rows(), data.firstDate(), data.lastDate(),
                        data.labels(), data.features(), data.files(), data.ranges()),
                GOOD_REGIME.facts().parameters(), GOOD_REGIME.facts().metrics(), GOOD_REGIME.facts().versions());
        var other = new TrainedModel(GOOD_REGIME.model(), GOOD_REGIME.ubj(), GOOD_REGIME.holdout(), facts,
                GOOD_REGIME.evaluation());
        assertThat(decide(other, DAYS).sentence()).contains("its days were labelled by other thresholds");
        // The manifest of the run in use was read from a file, that of the new one was not.
        decide(registry.run(ModelKind.REGIME_CLASSIFIER, 2), DAYS, true);
        assertThat(decide(other, DAYS).promoted()).isTrue();
    }

    /// The run learned from other rows than the workspace holds now.
    @Test
    void aLeakCheckThatCannotBeMadeIsTold() throws IOException {
        DatasetFiles.regime(Workspace.at(folder).historical()).save(DAYS, GOOD_REGIME.facts().data().origin());
        RunRecord run = registry.saveRun(GOOD_REGIME);
        PromotionVerdict verdict = promotion.decide(run, PromotionPolicy.IF_NOT_WORSE, Progress.none());
        assertThat(verdict.sentence())
                .startsWith("Run 1 is in use, there was none before. The leak check was left out: Run 1 ");
        assertThat(verdict.leftOut()).hasSize(1);
        assertThat(PromotionVerdict.of(run)).hasValue(verdict);
    }

    @Test
    void aDamagedChampionIsReplacedByAModelThatIsGoodByItself() throws IOException {
        PromotionVerdict first = decide(GOOD_REGIME, DAYS);
        Files.writeString(folder.resolve("models/regime_classifier.json"), "{");
        PromotionVerdict second = decide(GOOD_REGIME, DAYS);
        assertThat(first.promoted() && second.promoted()).isTrue();
        assertThat(inUse(ModelKind.REGIME_CLASSIFIER)).hasValue(2);
    }

    @Test
    void thePolicyDecidesAboveTheChecks() throws IOException {
        RunRecord kept = registry.saveRun(GOOD_REGIME);
        assertThat(promotion.decide(new Promotion.Bid(kept, PromotionPolicy.NEVER, false), DAYS, List.of()).sentence())
                .isEqualTo("Run 1 is kept; no model is in use yet, as asked.");
        assertThat(inUse(ModelKind.REGIME_CLASSIFIER)).isEmpty();
        promotion.decide(new Promotion.Bid(kept, PromotionPolicy.IF_NOT_WORSE, false), DAYS, List.of());
        RunRecord bad = registry.saveRun(regime(permuted(DAYS), 0));
        assertThat(promotion.decide(new Promotion.Bid(bad, PromotionPolicy.ALWAYS, false), DAYS, List.of()).sentence())
                .startsWith("Run 2 is in use, before it was run 1. Put in use as asked, although: ");
        assertThat(inUse(ModelKind.REGIME_CLASSIFIER)).hasValue(2);
    }

    @Test
    void thresholdsDecide() throws IOException {
        decide(GOOD_POT, OPTIONS.set());
        var severe = new Promotion(Workspace.at(folder), CLOCK, new PromotionRules(0.005, 0.001, 0.06, 2));
        PromotionVerdict verdict = severe.decide(
                new Promotion.Bid(registry.saveRun(TWIN), PromotionPolicy.IF_NOT_WORSE, false), OPTIONS.set(),
                List.of());
        assertThat(failed(verdict)).containsExactly("contest");
        assertThat(verdict.sentence()).endsWith(" % worse (at most 0.5 % worse is allowed).");
        assertThatIllegalArgumentException().isThrownBy(() -> new PromotionRules(1.2, 0, 0.06, 2))
                .withMessage("most loss: takes 0.0 to 1.0, not 1.2");
    }

    @Test
    void rulesOfAWorkspaceAreKept() throws IOException {
        Workspace workspace = Workspace.at(folder);
        assertThat(PromotionRules.of(workspace)).isEqualTo(PromotionRules.defaults());
        var rules = new PromotionRules(0.01, -0.01, 0.05, 1);
        rules.keepIn(workspace);
        assertThat(PromotionRules.of(workspace)).isEqualTo(rules);
    }

    /// Thresholds that meant something else are not taken for these.
    @Test
    void rulesOfAnOlderFormAreRefused() throws IOException {
        Path file = Files.createDirectories(folder.resolve("data")).resolve(PromotionRules.FILE_NAME);
        Files.writeString(file, "{\"format\": 1, \"rules\": {\"leastChance\": 0.4, \"leastGain\": -0.003}}");
        assertThatIOException().isThrownBy(() -> PromotionRules.of(Workspace.at(folder))).withMessage(file
                + " has format 1, this version reads 2. Delete it for the usual thresholds, or write those of this "
                + "version.");
    }

    @Test
    void theVerdictIsKeptWithTheRun() throws IOException {
        RunRecord run = registry.saveRun(GOOD_REGIME);
        assertThat(PromotionVerdict.of(run)).isEmpty();
        PromotionVerdict verdict = promotion.decide(new Promotion.Bid(run, PromotionPolicy.IF_NOT_WORSE, false), DAYS,
                List.of());
        assertThat(PromotionVerdict.of(run)).hasValue(verdict);
    }

    private PromotionVerdict decide(TrainedModel trained, TrainingSet rows) throws IOException {
        return decide(registry.saveRun(trained), rows, false);
    }

    private PromotionVerdict decide(RunRecord run, TrainingSet rows, boolean picked) throws IOException {
        return promotion.decide(new Promotion.Bid(run, PromotionPolicy.IF_NOT_WORSE, picked), rows, List.of());
    }

    private Optional<Integer> inUse(ModelKind model) throws IOException {
        return registry.champion(model).map(champion -> champion.manifest().run());
    }

    private static List<String> failed(PromotionVerdict verdict) {
        return verdict.checks().stream().filter(check -> !check.passed()).map(PromotionCheck::name).toList();
    }

    private static TrainingSet permuted(TrainingSet set) {
        List<Integer> labels = Arrays.asList(IntStream.of(set.labels()).boxed().toArray(Integer[]::new));
        Collections.shuffle(labels, new Random(8));
        return new TrainingSet(set.features(), labels.stream().mapToInt(Integer::intValue).toArray(), set.dates());
    }

    /// All rows with one feature times a number.
    private static PotTrainingInput shifted(String feature, float times) {
        FeatureMatrix features = OPTIONS.set().features();
        float[] values = features.sharedValues().clone();
        for (int at = features.names().indexOf(feature); at < values.length; at += features.columns()) {
            values[at] *= times;
        }
        var set = new TrainingSet(FeatureMatrix.of(features.names(), values), OPTIONS.set().labels(),
                OPTIONS.set().dates());
        return new PotTrainingInput(set, OPTIONS.knownDays(), OPTIONS.symbols(), OPTIONS.baseline());
    }

    private static TrainedModel pot(PotTrainingInput input) {
        return pot(input, 42);
    }

    private static TrainedModel pot(PotTrainingInput input, long seed) {
        PotTraining trained = PotTrainer.train(input, PotTrainingOptions.of(seed).withThreads(1), RoundListener.none(),
                Progress.none());
        return trained.model(MadeRows.manifest(input.set()));
    }

    private static TrainedModel regime(TrainingSet set, int horizon) {
        RegimeTraining trained = RegimeTrainer.train(set,
                RegimeTrainingOptions.of(42).withHorizon(horizon).withThreads(1), RoundListener.none(),
                Progress.none());
        return trained.model(MadeRows.manifest(set));
    }
}
