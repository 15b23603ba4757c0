package io.tidemark.history;

import io.tidemark.market.DailyBar;
import java.util.List;

/// How received bars continue the stored ones, judged by the days they share.
public sealed interface Continuation {

    /// The shared days are equal and there are no others.
    record NothingNew() implements Continuation {}

    /// The received bars go on from the stored ones.
    ///
    /// @param series stored bars with corrections worked in, received ones added
    /// @param added bars that were not stored, a session that had been left out among them
    /// @param corrections numbers that differ on shared days; usually none
    record Grown(List<DailyBar> series, int added, List<Correction> corrections) implements Continuation {
        /// Keeps copies.
        public Grown {
            series = List.copyOf(series);
            corrections = List.copyOf(corrections);
        }
    }

    /// All shared closes differ by one ratio: the source has restated the past for a split.
    ///
    /// @param ratio of the split
    record Restated(SplitRatio ratio) implements Continuation {}

    /// The shared days are equal, and then a new bar jumps as after a split.
    ///
    /// @param before what there is up to the jump; it adds nothing when the first new bar jumps
    /// @param accepted what there is when the jump is a true move of the market
    /// @param jump where
    record SuspectJump(Grown before, Grown accepted, PriceJump jump) implements Continuation {}

    /// The two cannot be joined.
    ///
    /// @param because why, as the end of a sentence that begins with "the bars received"
    record DoesNotMeet(String because) implements Continuation {}
}
