package io.tidemark.pipeline;

import io.tidemark.history.Correction;
import io.tidemark.history.SplitRatio;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a download changed in the stored bars of a symbol.
///
/// @param added bars that were not stored before
/// @param corrections numbers that the source has changed since; all are in the symbol's revisions file
/// @param newPast whether the whole history was replaced and the one before archived
/// @param split the ratio of the split that was the reason for that
public record BarChange(int added, List<Correction> corrections, boolean newPast, Optional<SplitRatio> split) {
    private static final int SHOWN = 3;

    /// Keeps a copy.
    public BarChange {
        corrections = List.copyOf(corrections);
    }

    /// No change.
    public static BarChange none() {
        return new BarChange(0, List.of(), false, Optional.empty());
    }

    static BarChange grown(int added, List<Correction> corrections) {
        return new BarChange(added, corrections, false, Optional.empty());
    }

    static BarChange anotherPast(int added, Optional<SplitRatio> split) {
        return new BarChange(added, List.of(), true, split);
    }

    /// Whether anything changed.
    public boolean isAny() {
        return added > 0 || !corrections.isEmpty() || newPast;
    }

    /// The corrections that a person should look at.
    public List<Correction> notable() {
        return corrections.stream().filter(Correction::isNotable).toList();
    }

    /// What changed, one phrase each for a person; empty when nothing did.
    public List<String> phrases() {
        var phrases = new ArrayList<String>();
        split.ifPresent(ratio -> phrases.add("the past was restated for a split of " + ratio
                + "; the bars from before are in data/historical/archive"));
        if (newPast && split.isEmpty()) {
            phrases.add("the whole history was replaced; the bars from before are in data/historical/archive");
        }
        if (added > 0) {
            phrases.add(added == 1 ? "1 new bar" : added + " new bars");
        }
        if (!corrections.isEmpty()) {
            List<String> shown = notable().stream().limit(SHOWN).map(Correction::toString).toList();
            long count = corrections.stream().map(Correction::date).distinct().count();
            String days = count + (count == 1 ? " day corrected" : " days corrected");
            phrases.add(shown.isEmpty() ? days : days + ", among them " + String.join("; ", shown));
        }
        return phrases;
    }
}
