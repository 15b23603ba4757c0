package io.tidemark.regime;

/// How often one regime follows another from a session to the next, both labelled.
public final class RegimeTransitions {
    private final int[] counts;

    private RegimeTransitions(int[] counts) {
        this.counts = counts;
    }

    /// Counts the steps of labels.
    public static RegimeTransitions of(RegimeLabels labels) {
        int[] ids = labels.ids();
        var counts = new int[Regime.count() * Regime.count()];
        for (int i = 1; i < ids.length; i++) {
            if (ids[i - 1] != RegimeLabels.UNLABELLED && ids[i] != RegimeLabels.UNLABELLED) {
                counts[ids[i - 1] * Regime.count() + ids[i]]++;
            }
        }
        return new RegimeTransitions(counts);
    }

    /// How often `to` came the session after `from`.
    public int count(Regime from, Regime to) {
        return counts[from.id() * Regime.count() + to.id()];
    }

    /// The share of the sessions after `from` that were `to`; NaN when `from` has no next session.
    public double share(Regime from, Regime to) {
        int all = 0;
        for (Regime each : Regime.values()) {
            all += count(from, each);
        }
        return all == 0 ? Double.NaN : (double) count(from, to) / all;
    }
}
