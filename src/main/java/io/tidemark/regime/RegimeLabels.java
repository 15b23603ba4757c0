package io.tidemark.regime;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/// The regime of each session, and where it comes from.
///
/// Sessions without all four numbers (warming up, or VIX missing) have none; they are never taken for calm ones.
public final class RegimeLabels {
    /// Stands for "no regime" among the ids.
    public static final int UNLABELLED = -1;

    private static final byte NONE = UNLABELLED;

    private final byte[] ids;
    private final int[] counts;

    private RegimeLabels(byte[] ids) {
        this.ids = ids;
        this.counts = new int[Regime.count()];
        for (byte id : ids) {
            if (id != NONE) {
                counts[id]++;
            }
        }
    }

    /// Labels every session by the rules, then puts the overrides of a person in place of the rules' answer.
    ///
    /// @param sessions what to label
    /// @param rules by which
    /// @param overrides regimes by session date; one of a session without numbers, or of no session, does nothing
    public static RegimeLabels of(RegimeSessions sessions, RegimeRules rules, Map<LocalDate, Regime> overrides) {
        var ids = new byte[sessions.size()];
        Arrays.fill(ids, NONE);
        for (int i = 0; i < ids.length; i++) {
            RegimeInputs inputs = sessions.inputs(i);
            if (inputs.areComplete()) {
                ids[i] = (byte) rules.firstFit(inputs).regime().id();
            }
        }
        overrides.forEach((date, regime) -> {
            int i = sessions.indexOf(date);
            if (i >= 0 && ids[i] != NONE) {
                ids[i] = (byte) regime.id();
            }
        });
        return new RegimeLabels(ids);
    }

    /// Number of sessions.
    public int size() {
        return ids.length;
    }

    /// Regime of session `i`, empty when it has none.
    public Optional<Regime> regime(int i) {
        return ids[i] == NONE ? Optional.empty() : Optional.of(Regime.of(ids[i]));
    }

    /// Whether session `i` has a regime.
    public boolean isLabelled(int i) {
        return ids[i] != NONE;
    }

    /// The class id of each session, [RegimeLabels#UNLABELLED] where it has none, a copy.
    public int[] ids() {
        var all = new int[ids.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = ids[i];
        }
        return all;
    }

    /// Number of sessions with each id, a copy.
    public int[] counts() {
        return counts.clone();
    }
}
