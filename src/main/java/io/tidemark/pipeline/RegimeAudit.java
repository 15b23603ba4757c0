package io.tidemark.pipeline;

import io.tidemark.dataset.FeatureMatrix;
import io.tidemark.market.BarSeries;
import io.tidemark.market.Universe;
import io.tidemark.regime.Regime;
import io.tidemark.regime.RegimeFeatures;
import io.tidemark.regime.RegimeFlips;
import io.tidemark.regime.RegimeInputs;
import io.tidemark.regime.RegimeLabels;
import io.tidemark.regime.RegimeMarks;
import io.tidemark.regime.RegimeRule;
import io.tidemark.regime.RegimeRules;
import io.tidemark.regime.RegimeSessions;
import io.tidemark.regime.RegimeThresholds;
import io.tidemark.regime.RuleHit;
import io.tidemark.work.Progress;
import io.tidemark.workspace.Workspace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The labelled days of a workspace, to be looked at one by one and labelled anew by other rules.
///
/// Immutable: applying rules or marking days gives another one over the same bars. Days are the sessions of SPY, by
/// index from 0.
public final class RegimeAudit {
    private static final Logger LOG = LoggerFactory.getLogger(RegimeAudit.class);

    private final BarSeries spy;
    private final RegimeSessions sessions;
    private final FeatureMatrix features;
    private final RegimeFlips flips;
    private final Asked asked;
    private final RegimeMarks marks;
    private final LabelledDays applied;

    private RegimeAudit(BarSeries spy, RegimeSessions sessions, FeatureMatrix features, RegimeFlips flips,
            Asked asked, RegimeMarks marks, RegimeThresholds thresholds) {
        this.spy = spy;
        this.sessions = sessions;
        this.features = features;
        this.flips = flips;
        this.asked = asked;
        this.marks = marks;
        RegimeRules rules = RegimeRules.of(thresholds);
        RegimeLabels labels = RegimeLabels.of(sessions, rules, marks.overrides());
        this.applied = LabelledDays.of(rules, labels, labels);
    }

    /// Whether a workspace has the bars it takes.
    public static boolean isPossible(Workspace workspace) {
        return StoredBars.has(workspace, List.of(Universe.SPY, Universe.VIX));
    }

    /// Reads bars, rules, marks and the model in use, if there is one.
    ///
    /// @throws StageFailure when bars are missing or damaged, or rules or marks cannot be understood
    public static RegimeAudit read(Workspace workspace, Progress progress) throws StageFailure {
        progress.report(0, 3, "reading bars");
        StoredBars bars = StoredBars.read(workspace, List.of(Universe.SPY, Universe.VIX), Stage.PREPARE_REGIME);
        progress.checkCancelled();
        progress.report(1, 3, "computing features");
        try {
            var labelling = WorkspaceLabelling.of(workspace);
            RegimeThresholds thresholds = labelling.thresholds();
            RegimeMarks marks = labelling.marks();
            RegimeAudit audit = of(bars.of(Universe.SPY), bars.of(Universe.VIX), null, marks, thresholds);
            progress.checkCancelled();
            progress.report(2, 3, "asking the model");
            return audit.with(Asked.of(workspace, audit.features));
        } catch (IOException e) {
            throw StageFailure.because(Stage.PREPARE_REGIME, e);
        }
    }

    static RegimeAudit of(BarSeries spy, BarSeries vix, @Nullable RegimeOpinion opinion, RegimeMarks marks,
            RegimeThresholds thresholds) {
        RegimeSessions sessions = RegimeSessions.join(spy, vix);
        return new RegimeAudit(spy, sessions, RegimeFeatures.of(sessions), RegimeFlips.of(sessions),
                new Asked(opinion, ""), marks, thresholds);
    }

    /// The same days with other rules in force.
    public RegimeAudit with(RegimeThresholds thresholds) {
        return new RegimeAudit(spy, sessions, features, flips, asked, marks, thresholds);
    }

    /// The same days with other marks.
    public RegimeAudit with(RegimeMarks others) {
        return new RegimeAudit(spy, sessions, features, flips, asked, others, applied.rules().thresholds());
    }

    /// The same days with what a model says about them.
    RegimeAudit with(RegimeOpinion model) {
        return with(new Asked(model, ""));
    }

    private RegimeAudit with(Asked other) {
        return new RegimeAudit(spy, sessions, features, flips, other, marks, applied.rules().thresholds());
    }

    /// What came of asking the model.
    ///
    /// @param opinion null when there is no model, or it cannot be asked
    /// @param trouble why it cannot be asked; empty otherwise
    private record Asked(@Nullable RegimeOpinion opinion, String trouble) {

        static Asked of(Workspace workspace, FeatureMatrix features) {
            try {
                return new Asked(RegimeOpinion.inUse(workspace, features), "");
            } catch (IOException e) {
                LOG.warn("labels are shown without the model", e);
                return new Asked(null, String.valueOf(e.getMessage()));
            }
        }
    }

    /// Whether another audit shows the same: days, numbers, rules, marks and model.
    public boolean isSame(RegimeAudit other) {
        return Arrays.equals(spy.epochDays(), other.spy.epochDays())
                && Arrays.equals(features.sharedValues(), other.features.sharedValues())
                && Arrays.equals(spy.closes(), other.spy.closes()) && marks.equals(other.marks)
                && applied.rules().equals(other.applied.rules()) && asked.equals(other.asked);
    }

    /// The spells of labels as rows of a table, ascending.
    public List<SpellRow> rows(LabelledDays days) {
        return days.spells().stream().map(spell -> SpellRow.of(spell, spy)).toList();
    }

    /// The bars of SPY, one a day.
    public BarSeries spy() {
        return spy;
    }

    /// Number of days.
    public int size() {
        return sessions.size();
    }

    /// The days' numbers.
    public RegimeSessions sessions() {
        return sessions;
    }

    /// One number of every day, NaN where missing.
    public double[] column(ToDoubleFunction<RegimeInputs> number) {
        return IntStream.range(0, size()).mapToDouble(i -> number.applyAsDouble(sessions.inputs(i))).toArray();
    }

    /// The days as the rules in force label them.
    public LabelledDays applied() {
        return applied;
    }

    /// The marks in force.
    public RegimeMarks marks() {
        return marks;
    }

    /// The days that a mark covers, ascending.
    public List<Integer> markedDays() {
        return marks.inOrder().stream().flatMapToInt(mark -> {
            int first = spy.indexAtOrBefore(mark.first().minusDays(1)) + 1;
            return IntStream.rangeClosed(first, spy.indexAtOrBefore(mark.last()));
        }).sorted().distinct().boxed().toList();
    }

    /// What the model in use says; null when there is none.
    public @Nullable RegimeOpinion opinion() {
        return asked.opinion;
    }

    /// Why the model in use cannot be asked; empty when it can, or there is none.
    public String modelTrouble() {
        return asked.trouble;
    }

    /// Labels every day by other thresholds; what is in force stays. Some milliseconds for ten years.
    public LabelledDays label(RegimeThresholds thresholds) {
        RegimeRules rules = RegimeRules.of(thresholds);
        return LabelledDays.of(rules, RegimeLabels.of(sessions, rules, marks.overrides()), applied.labels());
    }

    /// Everything about one day.
    ///
    /// @param day index of the day
    /// @param days the labels on show
    public DayCard card(int day, LabelledDays days) {
        RegimeInputs inputs = sessions.inputs(day);
        RuleHit hit = inputs.areComplete() ? days.rules().classify(inputs) : null;
        return new DayCard(sessions.date(day), inputs, days.labels().regime(day).orElse(null), hit,
                hit == null ? List.of() : steps(hit, days.rules()), flips.of(inputs, days.rules()), features(day),
                probabilities(day), marks.of(sessions.date(day)));
    }

    private static List<DayCard.Step> steps(RuleHit hit, RegimeRules rules) {
        var steps = new ArrayList<DayCard.Step>();
        for (RegimeRule rule : rules.inOrder()) {
            steps.add(new DayCard.Step(rule.regime(), rule.text(hit.inputs()), rule.fits(hit.inputs()),
                    rule.equals(hit.rule())));
        }
        return steps;
    }

    private List<DayCard.Feature> features(int day) {
        return IntStream.range(0, features.columns())
                .mapToObj(column -> new DayCard.Feature(features.names().get(column), features.get(day, column)))
                .toList();
    }

    private List<Double> probabilities(int day) {
        RegimeOpinion opinion = asked.opinion;
        return opinion == null
                ? List.of()
                : opinion.probabilities(day).map(row -> Arrays.stream(row).boxed().toList())
                        .orElse(List.of());
    }

    /// The next day on which the model's likeliest regime is not the label.
    ///
    /// @param from a day, or -1 to begin at the first
    /// @param forward whether to look at later days
    /// @return its index, or -1 when there is none
    public int disagreementFrom(int from, boolean forward, LabelledDays days) {
        for (int i = forward ? from + 1 : from - 1; i >= 0 && i < size(); i += forward ? 1 : -1) {
            if (isDisputed(i, days)) {
                return i;
            }
        }
        return -1;
    }

    /// How many days model and label differ on.
    public int disagreements(LabelledDays days) {
        return (int) IntStream.range(0, size()).filter(i -> isDisputed(i, days)).count();
    }

    private boolean isDisputed(int day, LabelledDays days) {
        RegimeOpinion opinion = asked.opinion;
        if (opinion == null || !days.labels().isLabelled(day)) {
            return false;
        }
        OptionalInt says = opinion.likeliest(day);
        return says.isPresent() && Regime.of(says.getAsInt()) != days.labels().regime(day).orElseThrow();
    }
}
