package io.tidemark.ui.chart;

import java.util.Arrays;

/// Labels of consecutive days, with equal neighbours merged into spells.
///
/// Columns: spell `i` has label `label(i)` from day `first(i)` to day `last(i)`, both included.
public final class Spells {
    /// Label of days without one.
    public static final int UNLABELLED = -1;

    private final int[] starts;
    private final int[] labels;
    private final int days;

    private Spells(int[] starts, int[] labels, int days) {
        this.starts = starts;
        this.labels = labels;
        this.days = days;
    }

    /// The spells of a label a day.
    ///
    /// @param labels regime ids by day index, [Spells#UNLABELLED] for none
    public static Spells of(int[] labels) {
        var starts = new int[labels.length];
        int count = 0;
        for (int i = 0; i < labels.length; i++) {
            if (i == 0 || labels[i] != labels[i - 1]) {
                starts[count++] = i;
            }
        }
        int[] kept = Arrays.copyOf(starts, count);
        return new Spells(kept, Arrays.stream(kept).map(start -> labels[start]).toArray(), labels.length);
    }

    /// How many spells there are.
    public int count() {
        return starts.length;
    }

    /// The label of a spell.
    public int label(int spell) {
        return labels[spell];
    }

    /// Its first day.
    public int first(int spell) {
        return starts[spell];
    }

    /// Its last day.
    public int last(int spell) {
        return (spell + 1 < starts.length ? starts[spell + 1] : days) - 1;
    }

    /// The spell that day `i` lies in.
    ///
    /// @throws IndexOutOfBoundsException when there is no such day
    public int at(int i) {
        int found = Arrays.binarySearch(starts, java.util.Objects.checkIndex(i, days));
        return found >= 0 ? found : -found - 2;
    }
}
