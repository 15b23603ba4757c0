package io.tidemark.regime;

import java.util.ArrayList;
import java.util.List;

/// Sessions in a row with one regime.
///
/// @param regime which
/// @param first index of the first session
/// @param last index of the last session, included
public record RegimeSpell(Regime regime, int first, int last) {

    /// How many sessions it lasts.
    public int length() {
        return last - first + 1;
    }

    /// The spells of labels, ascending; sessions without a regime are in none.
    public static List<RegimeSpell> of(RegimeLabels labels) {
        var spells = new ArrayList<RegimeSpell>();
        int[] ids = labels.ids();
        int first = 0;
        for (int i = 1; i <= ids.length; i++) {
            if (i == ids.length || ids[i] != ids[first]) {
                if (ids[first] != RegimeLabels.UNLABELLED) {
                    spells.add(new RegimeSpell(Regime.of(ids[first]), first, i - 1));
                }
                first = i;
            }
        }
        return List.copyOf(spells);
    }
}
