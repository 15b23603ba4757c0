package io.tidemark.pipeline;

import io.tidemark.regime.Regime;
import io.tidemark.regime.RegimeLabels;
import io.tidemark.regime.RegimeRules;
import io.tidemark.regime.RegimeSpell;
import io.tidemark.regime.RegimeTransitions;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The days of a workspace as some rules label them, compared with how the applied ones do.
///
/// Overrides of a person are in both.
///
/// @param rules the rules
/// @param labels a regime a session
/// @param applied the regimes by the rules in force
/// @param spells sessions in a row with one regime, ascending
/// @param transitions which regime follows which
public record LabelledDays(RegimeRules rules, RegimeLabels labels, RegimeLabels applied, List<RegimeSpell> spells,
        RegimeTransitions transitions) {

    /// Counts what there is to count.
    static LabelledDays of(RegimeRules rules, RegimeLabels labels, RegimeLabels applied) {
        return new LabelledDays(rules, labels, applied, RegimeSpell.of(labels), RegimeTransitions.of(labels));
    }

    /// How many days have another regime than by the rules in force.
    public int changed() {
        int[] now = labels.ids();
        int[] before = applied.ids();
        int changed = 0;
        for (int i = 0; i < now.length; i++) {
            changed += now[i] == before[i] ? 0 : 1;
        }
        return changed;
    }

    /// Days that change from one regime to another.
    ///
    /// @param from by the rules in force
    /// @param to by these
    /// @param days how many
    public record Change(Regime from, Regime to, int days) {}

    /// What changes into what, the most days first.
    public List<Change> changes() {
        int[] now = labels.ids();
        int[] before = applied.ids();
        var counts = new int[Regime.count() * Regime.count()];
        for (int i = 0; i < now.length; i++) {
            if (now[i] != before[i]) {
                counts[before[i] * Regime.count() + now[i]]++;
            }
        }
        return IntStream.range(0, counts.length).filter(pair -> counts[pair] > 0)
                .mapToObj(pair -> new Change(Regime.of(pair / Regime.count()), Regime.of(pair % Regime.count()),
                        counts[pair]))
                .sorted(Comparator.comparingInt(Change::days).reversed()).toList();
    }

    /// The share of a regime among the days that have one; 0 without any.
    public double share(Regime regime) {
        return labelled() == 0 ? 0 : (double) count(regime) / labelled();
    }

    /// The spell that a day is in; none for a day without a regime.
    public Optional<RegimeSpell> spellOf(int day) {
        return spells.stream().filter(spell -> spell.first() <= day && day <= spell.last()).findFirst();
    }

    /// Number of days of a regime.
    public int count(Regime regime) {
        return labels.counts()[regime.id()];
    }

    /// Number of days that have a regime.
    public int labelled() {
        int all = 0;
        for (int each : labels.counts()) {
            all += each;
        }
        return all;
    }

    /// The spells of one regime, ascending.
    public List<RegimeSpell> spells(Regime regime) {
        return spells.stream().filter(spell -> spell.regime() == regime).toList();
    }

    /// The session on which the next spell begins, or the last one before it ends and another begins.
    ///
    /// @param from a session
    /// @param forward whether to look at later sessions
    /// @return its index, or -1 when there is none
    public int changeFrom(int from, boolean forward) {
        if (forward) {
            return spells.stream().mapToInt(RegimeSpell::first).filter(first -> first > from).findFirst().orElse(-1);
        }
        return spells.stream().mapToInt(RegimeSpell::first).filter(first -> first < from).max().orElse(-1);
    }
}
