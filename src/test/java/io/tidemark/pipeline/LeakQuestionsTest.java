package io.tidemark.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.dataset.FeatureMatrix;
import io.tidemark.dataset.Fold;
import io.tidemark.dataset.TrainingSet;
import io.tidemark.gateway.synthetic.SyntheticMarket;
import io.tidemark.market.BarSeries;
import io.tidemark.market.Symbol;
import io.tidemark.market.Universe;
import io.tidemark.regime.RegimeDataset;
import io.tidemark.regime.RegimeLabelling;
import io.tidemark.regime.RegimeRules;
import io.tidemark.touch.PotBars;
import io.tidemark.touch.PotDataset;
import io.tidemark.touch.PotSampling;
import io.tidemark.training.BoosterSettings;
import io.tidemark.training.Interval;
import io.tidemark.training.LeakEvidence;
import io.tidemark.training.MadeRows;
import io.tidemark.training.PotTrainer;
import io.tidemark.training.PotTrainingInput;
import io.tidemark.training.PotTrainingOptions;
import io.tidemark.training.RegimeTrainer;
import io.tidemark.training.RegimeTrainingOptions;
import io.tidemark.training.RoundListener;
import io.tidemark.training.RoundSettings;
import io.tidemark.training.TreeSettings;
import io.tidemark.work.Progress;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class LeakQuestionsTest {
    private static final BoosterSettings FEW_ROUNDS = new BoosterSettings(BoosterSettings.touch().trees(),
            new RoundSettings(0.2, 20, 5, 0));
    private static final LeakEvidence OPTIONS = options();
    private static final LeakEvidence DAYS = days();

    private static LeakEvidence options() {
        PotTrainingInput rows = MadeRows.options(3000, 5);
        PotTrainingOptions how = PotTrainingOptions.of(42).withBooster(FEW_ROUNDS);
        return LeakEvidence.pot(rows, how,
                PotTrainer.train(rows, how, RoundListener.none(), Progress.none()).evaluation());
    }

    private static LeakEvidence days() {
        TrainingSet rows = MadeRows.regimes(900, 3);
        RegimeTrainingOptions how = RegimeTrainingOptions.of(42).withBooster(FEW_ROUNDS);
        return LeakEvidence.regime(rows, how,
                RegimeTrainer.train(rows, how, RoundListener.none(), Progress.none()).evaluation());
    }

    private static List<LeakFinding> answer(LeakEvidence evidence) {
        return LeakQuestions.answer(evidence, last -> evidence.set().features(), Progress.none());
    }

    private static LeakFinding finding(List<LeakFinding> findings, String name) {
        return findings.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    }

    private static LeakEvidence with(LeakEvidence of, List<Fold> folds) {
        return new LeakEvidence(of.kind(), of.set(), of.startDays(), of.knownDays(), folds, of.grown(), of.scores());
    }

    private static LeakEvidence with(LeakEvidence of, LeakEvidence.Scores scores) {
        return new LeakEvidence(of.kind(), of.set(), of.startDays(), of.knownDays(), of.folds(), of.grown(), scores);
    }

    private static LeakEvidence with(LeakEvidence of, FeatureMatrix features) {
        var set = new TrainingSet(features, of.set().labels(), of.set().dates());
        return new LeakEvidence(of.kind(), set, of.startDays(), of.knownDays(), of.folds(), of.grown(), of.scores());
    }

    @Test
    void honestRowsPassEveryQuestion() {
        assertThat(answer(OPTIONS)).hasSize(6).allMatch(LeakFinding::passed);
        assertThat(answer(DAYS)).hasSize(5).allMatch(LeakFinding::passed);
    }

    @Test
    void duplicatedRowsAreCounted() {
        int[] rows = IntStream.range(0, OPTIONS.set().rows()).toArray();
        rows[100] = 99;
        rows[2000] = 99;
        LeakFinding found = finding(answer(with(OPTIONS, OPTIONS.set().features().select(rows))), "No duplicate rows");
        assertThat(found.passed()).isFalse();
        assertThat(found.figure()).isEqualTo(2);
        assertThat(found.sentence()).startsWith("2 of 3,000 rows repeat");
    }

    @Test
    void rowsLearnedFromThatReachIntoTheTestAreCounted() {
        Fold fold = OPTIONS.folds().getFirst();
        int last = fold.test()[0] - 1;
        assertThat(OPTIONS.knownDays()[last]).isGreaterThan(fold.bounds().testFrom());
        int[] train = IntStream.concat(IntStream.of(fold.train()), IntStream.of(last)).toArray();
        var leaking = new Fold(train, fold.validation(), fold.test(), fold.purged() - 1, fold.bounds());
        LeakFinding found = finding(answer(with(OPTIONS, List.of(leaking))), "Training ends before the test begins");
        assertThat(found.passed()).isFalse();
        assertThat(found.figure()).isEqualTo(1);
    }

    @Test
    void rowsTestedOnThatWereLearnedFromAreRecognisedOnPermutedLabels() {
        Fold fold = OPTIONS.folds().getLast();
        var leaking = new Fold(fold.test(), fold.validation(), fold.test(), 0, fold.bounds());
        var byHeart = new BoosterSettings(new TreeSettings(12, 0, 1, 1, 0, 256), new RoundSettings(0.5, 30, 5, 0));
        var evidence = new LeakEvidence(OPTIONS.kind(), OPTIONS.set(), OPTIONS.startDays(), OPTIONS.knownDays(),
                List.of(leaking), new LeakEvidence.Grown(byHeart, 30, 42), OPTIONS.scores());
        LeakFinding found = finding(answer(evidence), "Nothing is learned from permuted labels");
        assertThat(found.passed()).isFalse();
        assertThat(found.figure()).isGreaterThan(0.1);
    }

    @Test
    void daysTestedOnThatWereLearnedFromAreRecognisedOnPermutedLabels() {
        Fold fold = DAYS.folds().getLast();
        var leaking = new Fold(fold.test(), fold.validation(), fold.test(), 0, fold.bounds());
        var byHeart = new BoosterSettings(new TreeSettings(12, 0, 1, 1, 0, 256), new RoundSettings(0.5, 20, 5, 0));
        var evidence = new LeakEvidence(DAYS.kind(), DAYS.set(), DAYS.startDays(), DAYS.knownDays(), List.of(leaking),
                new LeakEvidence.Grown(byHeart, 20, 42), DAYS.scores());
        LeakFinding found = finding(answer(evidence), "Nothing is learned from permuted labels");
        assertThat(found.passed()).isFalse();
        assertThat(found.figure()).isGreaterThan(0.1);
    }

    @Test
    void aRandomSplitThatFlattersMuchIsReported() {
        var flattered = new LeakEvidence.Scores(0.30, new Interval(0.28, 0.32), 0.49, 0.6);
        LeakFinding found = finding(answer(with(OPTIONS, flattered)), "A random split flatters little");
        assertThat(found.passed()).isFalse();
        assertThat(found.figure()).isEqualTo(0.19, Offset.offset(1e-12));
        var fewRows = new LeakEvidence.Scores(0.30, new Interval(0.20, 0.40), 0.49, 0.6);
        assertThat(finding(answer(with(OPTIONS, fewRows)), "A random split flatters little").passed()).isTrue();
    }

    @Test
    void aFigureAboveTheCeilingByMoreThanTwoStandardErrorsIsReported() {
        String name = "R² stays under the ceiling";
        double error = 0.01;
        var interval = new Interval(0.40 - 1.96 * error, 0.40 + 1.96 * error);
        assertThat(finding(answer(with(OPTIONS, new LeakEvidence.Scores(0.40, interval, 0.41, 0.379))), name).passed())
                .isFalse();
        assertThat(finding(answer(with(OPTIONS, new LeakEvidence.Scores(0.40, interval, 0.41, 0.381))), name).passed())
                .isTrue();
    }

    @Test
    void featuresOfTheSyntheticMarketLookBackOnlyAndAPlantedOneDoesNot() {
        BarSeries spy = bars(Universe.SPY);
        BarSeries vix = bars(Universe.VIX);
        TrainingSet set = RegimeDataset.build(spy, vix, RegimeLabelling.of(RegimeRules.defaults(), 0)).set();
        RebuiltFeatures honest = RebuiltFeatures.regime(set, spy, vix);
        LeakEvidence evidence = evidence(set);
        String name = "Features look back only";
        assertThat(finding(LeakQuestions.answer(evidence, honest, Progress.none()), name).passed()).isTrue();

        RebuiltFeatures looking = last -> withTomorrow(honest.after(last), set, AlteredBars.after(last, spy));
        var planted = new TrainingSet(withTomorrow(set.features(), set, spy), set.labels(), set.dates());
        LeakFinding found = finding(LeakQuestions.answer(evidence(planted), looking, Progress.none()), name);
        assertThat(found.passed()).isFalse();
        assertThat(found.figure()).isEqualTo(3);
        assertThat(found.sentence()).contains("in tomorrow.");
    }

    @Test
    void featuresOfOptionsLookBackOnlyAndAChangedOneIsNamed() {
        BarSeries spy = bars(Universe.SPY);
        BarSeries vix = bars(Universe.VIX);
        PotDataset options = PotDataset.build(List.of(spy), vix, PotSampling.of(42).withSamplesPerSymbol(300));
        RebuiltFeatures honest = RebuiltFeatures.pot(options, PotBars.of(List.of(spy), vix));
        LocalDate middle = options.samples().date(150);
        FeatureMatrix again = honest.after(middle);
        int same = 0;
        for (int row = 0; row < again.rows(); row++) {
            if (!options.samples().date(row).isAfter(middle)) {
                for (int column = 0; column < again.columns(); column++) {
                    assertThat(again.get(row, column)).isEqualTo(options.set().features().get(row, column));
                }
                same++;
            }
        }
        assertThat(same).isBetween(140, 170);
        // options that start later have other strikes, so they are not found again
        assertThat(IntStream.range(0, again.rows()).filter(row -> Float.isNaN(again.get(row, 0))))
                .hasSizeGreaterThan(100);
    }

    @Test
    void cancellingEndsTheCheck() {
        assertThatThrownBy(() -> LeakQuestions.answer(OPTIONS, last -> OPTIONS.set().features(), new Progress() {
            @Override
            public void report(long done, long total, String message) {
                // only the question counts
            }

            @Override
            public void checkCancelled() {
                throw new CancellationException("stopped");
            }
        })).isInstanceOf(CancellationException.class);
    }

    private static BarSeries bars(Symbol symbol) {
        return BarSeries.of(symbol, SyntheticMarket.of(SyntheticMarket.DEFAULT_SEED).bars(symbol,
                LocalDate.of(2018, 1, 2), LocalDate.of(2022, 12, 30)));
    }

    private static LeakEvidence evidence(TrainingSet set) {
        RegimeTrainingOptions how = RegimeTrainingOptions.of(42).withBooster(FEW_ROUNDS);
        return LeakEvidence.regime(set, how,
                RegimeTrainer.train(set, how, RoundListener.none(), Progress.none()).evaluation());
    }

    /// The features with the next session's close as a further column.
    private static FeatureMatrix withTomorrow(FeatureMatrix features, TrainingSet set, BarSeries spy) {
        var names = new ArrayList<>(features.names());
        names.add("tomorrow");
        var values = new float[set.rows() * names.size()];
        for (int row = 0; row < set.rows(); row++) {
            for (int column = 0; column < features.columns(); column++) {
                values[row * names.size() + column] = features.get(row, column);
            }
            LocalDate day = LocalDate.parse(Integer.toString(set.dates()[row]),
                    DateTimeFormatter.BASIC_ISO_DATE);
            int next = Math.min(spy.indexOf(day) + 1, spy.size() - 1);
            values[row * names.size() + features.columns()] = (float) spy.close(next);
        }
        return FeatureMatrix.of(names, values);
    }

    @Test
    void partsOfDifferentLengthAreRefused() {
        int[] tooFew = Arrays.copyOf(OPTIONS.startDays(), 10);
        assertThatThrownBy(() -> new LeakEvidence(OPTIONS.kind(), OPTIONS.set(), tooFew, OPTIONS.knownDays(),
                OPTIONS.folds(), OPTIONS.grown(), OPTIONS.scores())).hasMessageContaining("10 starts");
    }
}
