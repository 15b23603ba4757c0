package io.tidemark.chain;

import io.tidemark.market.OptionContract;
import java.util.ArrayList;
import java.util.List;

/// A snapshot under way, kept on the disk so that it can be gone on with.
///
/// @param terms what holds for all its options
/// @param counts how its options answered so far
/// @param left options still to ask about, in order
/// @param rows options quoted so far
public record BegunSnapshot(ChainTerms terms, ChainCounts counts, List<OptionContract> left, List<ChainRow> rows) {

    /// Keeps copies.
    public BegunSnapshot {
        left = List.copyOf(left);
        rows = List.copyOf(rows);
    }

    /// A snapshot for which nothing was asked yet.
    public static BegunSnapshot of(ChainTerms terms, List<OptionContract> options) {
        return new BegunSnapshot(terms, new ChainCounts(options.size(), 0, 0, 0), options, List.of());
    }

    /// The snapshot after the next options have answered.
    ///
    /// @param answered how many of the next options were asked
    /// @param quoted rows of those with a quote
    /// @param unlisted how many of them do not exist
    public BegunSnapshot after(int answered, List<ChainRow> quoted, int unlisted) {
        var all = new ArrayList<>(rows);
        all.addAll(quoted);
        int silent = answered - quoted.size() - unlisted;
        var sum = new ChainCounts(counts.asked(), all.size(), counts.unlisted() + unlisted, counts.silent() + silent);
        return new BegunSnapshot(terms, sum, left.subList(answered, left.size()), all);
    }
}
