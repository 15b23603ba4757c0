package io.tidemark.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.gateway.synthetic.SyntheticMarket;
import io.tidemark.market.BarSeries;
import io.tidemark.market.Symbol;
import io.tidemark.market.Universe;
import io.tidemark.regime.Regime;
import io.tidemark.regime.RegimeLabels;
import io.tidemark.regime.RegimeMark;
import io.tidemark.regime.RegimeMarks;
import io.tidemark.regime.RegimeSpell;
import io.tidemark.regime.RegimeThreshold;
import io.tidemark.regime.RegimeThresholds;
import io.tidemark.work.Progress;
import io.tidemark.workspace.Workspace;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegimeAuditTest {
    private static final SyntheticMarket MARKET = SyntheticMarket.of(42);
    private static final LocalDate FROM = LocalDate.of(2015, 1, 2);
    private static final LocalDate TO = LocalDate.of(2024, 12, 31);
    private static final RegimeAudit AUDIT = RegimeAudit.of(series(Universe.SPY), series(Universe.VIX), null,
            RegimeMarks.none(), RegimeThresholds.defaults());

    private static BarSeries series(Symbol symbol) {
        return BarSeries.of(symbol, MARKET.bars(symbol, FROM, TO));
    }

    private static RegimeMark override(int day, Regime regime) {
        LocalDate date = AUDIT.sessions().date(day);
        return new RegimeMark(date, date, regime, "seen by eye", Instant.EPOCH);
    }

    @Test
    void otherThresholdsChangeWhatTheyAreToChangeAndNothingIsApplied() {
        LabelledDays days = AUDIT.label(RegimeThreshold.EXTREME_VIX.set(RegimeThresholds.defaults(), 25));
        double[] vix = AUDIT.column(inputs -> inputs.vix());
        long between = IntStream.range(0, AUDIT.size())
                .filter(i -> AUDIT.applied().labels().isLabelled(i) && vix[i] > 25 && vix[i] <= 30).count();
        assertThat(between).isPositive();
        assertThat(days.changed()).isEqualTo((int) between);
        assertThat(days.count(Regime.EXTREME_STRESS))
                .isEqualTo(AUDIT.applied().count(Regime.EXTREME_STRESS) + (int) between);
        assertThat(AUDIT.applied().changed()).isZero();
        assertThat(AUDIT.with(days.rules().thresholds()).applied().changed()).isZero();
    }

    @Test
    void changesSayWhatBecomesWhat() {
        LabelledDays days = AUDIT.label(RegimeThreshold.EXTREME_VIX.set(RegimeThresholds.defaults(), 25));
        assertThat(days.changes()).isNotEmpty().allMatch(change -> change.to() == Regime.EXTREME_STRESS)
                .noneMatch(change -> change.from() == Regime.EXTREME_STRESS);
        assertThat(days.changes().stream().mapToInt(LabelledDays.Change::days).sum()).isEqualTo(days.changed());
    }

    @Test
    void spellsAreRowsWithWhatThePriceDidMeanwhile() {
        SpellRow row = AUDIT.rows(AUDIT.applied()).get(3);
        int first = AUDIT.spy().indexOf(row.first());
        int last = AUDIT.spy().indexOf(row.last());
        assertThat(last - first + 1).isEqualTo(row.spell().length());
        assertThat(AUDIT.applied().spellOf(first)).contains(row.spell());
        assertThat(1 + row.change()).isCloseTo(AUDIT.spy().close(last) / AUDIT.spy().close(first - 1), within(1e-12));
    }

    @Test
    void lengthsOfSpellsAreCountedInClasses() {
        SpellLengths lengths = SpellLengths.of(List.of(new RegimeSpell(Regime.BULL_TRENDING, 0, 0),
                new RegimeSpell(Regime.BULL_TRENDING, 2, 4), new RegimeSpell(Regime.BULL_TRENDING, 6, 45)));
        assertThat(lengths.counts()).containsExactly(1, 1, 0, 0, 0, 1);
        assertThat(lengths.median()).isEqualTo(3);
        assertThat(lengths.longest()).isEqualTo(40);
        assertThat(SpellLengths.CLASSES).extracting(SpellLengths.LengthClass::text)
                .containsExactly("1", "2-3", "4-7", "8-15", "16-31", "32+");
        assertThat(SpellLengths.of(List.of()).median()).isZero();
    }

    @Test
    void tenYearsAreRelabelledInLessThanAFrame() {
        var nanos = new long[200];
        for (int i = 0; i < nanos.length; i++) {
            RegimeThresholds at = RegimeThreshold.EXTREME_VIX.set(RegimeThresholds.defaults(), 22 + i % 40 * 0.25);
            long start = System.nanoTime();
            int changed = AUDIT.label(at).changed();
            nanos[i] = System.nanoTime() - start;
            assertThat(changed).isGreaterThanOrEqualTo(0);
        }
        Arrays.sort(nanos);
        assertThat(nanos[nanos.length / 2] / 1e6).as("ms for %d days", AUDIT.size()).isLessThan(16);
    }

    @Test
    void theCardTellsTheRuleThatFiredWithItsNumbers() {
        int day = first(Regime.EXTREME_STRESS);
        DayCard card = AUDIT.card(day, AUDIT.applied());
        assertThat(card.label()).isEqualTo(Regime.EXTREME_STRESS);
        assertThat(card.steps()).hasSize(5).filteredOn(DayCard.Step::fired).singleElement().satisfies(
                step -> assertThat(step.text()).startsWith("VIX " + AUDIT.sessions().inputs(day).vix()).endsWith("30"));
        assertThat(card.flips().getFirst().reached().quantity().symbol()).isEqualTo("VIX");
        assertThat(card.features()).hasSize(11).first()
                .satisfies(feature -> assertThat(feature.value()).isEqualTo((float) card.inputs().vix()));
        assertThat(card.probabilities()).isEmpty();
        assertThat(card.isDisputed()).isFalse();
    }

    @Test
    void theCardOfAWarmUpDayHasNoRule() {
        DayCard card = AUDIT.card(3, AUDIT.applied());
        assertThat(card.label()).isNull();
        assertThat(card.hit()).isNull();
        assertThat(card.steps()).isEmpty();
    }

    @Test
    void anOverrideShowsInLabelsAndCardAndTheRuleIsStillTold() {
        int day = first(Regime.BULL_TRENDING);
        RegimeAudit marked = AUDIT.with(RegimeMarks.none().with(override(day, Regime.EXTREME_STRESS)));
        DayCard card = marked.card(day, marked.applied());
        assertThat(card.label()).isEqualTo(Regime.EXTREME_STRESS);
        assertThat(card.hit()).isNotNull().extracting(hit -> hit.regime()).isEqualTo(Regime.BULL_TRENDING);
        assertThat(card.override()).isPresent();
        assertThat(marked.label(RegimeThresholds.defaults()).changed()).isZero();
        assertThat(marked.with(RegimeMarks.none()).applied().labels().ids())
                .isEqualTo(AUDIT.applied().labels().ids());
    }

    @Test
    void changesAreFoundBothWays() {
        LabelledDays days = AUDIT.applied();
        int change = days.changeFrom(200, true);
        RegimeLabels labels = days.labels();
        assertThat(labels.regime(change)).isNotEqualTo(labels.regime(change - 1));
        assertThat(IntStream.range(201, change)).allMatch(i -> labels.regime(i).equals(labels.regime(i - 1)));
        assertThat(days.changeFrom(days.changeFrom(change, true), false)).isEqualTo(change);
        assertThat(days.changeFrom(0, false)).isEqualTo(-1);
        assertThat(days.changeFrom(AUDIT.size(), true)).isEqualTo(-1);
    }

    @Test
    void disagreementsAreTheDaysOnWhichTheModelsLikeliestIsNotTheLabel() {
        var sure = new float[AUDIT.size() * Regime.count()];
        for (int i = 0; i < AUDIT.size(); i++) {
            sure[i * Regime.count() + Regime.BULL_TRENDING.id()] = 1;
        }
        RegimeAudit told = AUDIT.with(new RegimeOpinion(1, 0, RegimeThresholds.defaults(), sure));
        LabelledDays days = told.applied();
        assertThat(told.disagreements(days)).isEqualTo(days.labelled() - days.count(Regime.BULL_TRENDING));
        int next = told.disagreementFrom(-1, true, days);
        assertThat(told.card(next, days).isDisputed()).isTrue();
        assertThat(IntStream.range(0, next)).noneMatch(i -> told.card(i, days).isDisputed());
        assertThat(told.disagreementFrom(next, false, days)).isEqualTo(-1);
        assertThat(AUDIT.disagreementFrom(-1, true, AUDIT.applied())).isEqualTo(-1);
    }

    @Test
    void aModelThatLooksAheadIsHeldAgainstTheDayItForetold() {
        var sure = new float[AUDIT.size() * Regime.count()];
        Arrays.fill(sure, Float.NaN);
        Arrays.fill(sure, 500, 505, 0.2f);
        var opinion = new RegimeOpinion(1, 3, RegimeThresholds.defaults(), sure);
        assertThat(opinion.probabilities(100)).isEmpty();
        assertThat(opinion.probabilities(103)).isPresent();
        assertThat(opinion.likeliest(2)).isEmpty();
    }

    @Test
    void aWorkspaceWithoutBarsSaysWhatToDo(@TempDir Path folder) {
        Workspace workspace = Workspace.at(folder);
        assertThat(RegimeAudit.isPossible(workspace)).isFalse();
        assertThatThrownBy(() -> RegimeAudit.read(workspace, Progress.none())).isInstanceOf(StageFailure.class)
                .hasMessageContaining("download");
    }

    private static int first(Regime regime) {
        return AUDIT.applied().spells(regime).getFirst().first();
    }
}
