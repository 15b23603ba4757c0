package io.tidemark.chain;

/// How the options of a snapshot answered.
///
/// @param asked options to ask about, in all
/// @param quoted options with a quote: the rows
/// @param unlisted pairs of expiration and strike that do not exist
/// @param silent options that nothing was told about
public record ChainCounts(int asked, int quoted, int unlisted, int silent) {

    /// Options that were not asked about before the snapshot ended.
    public int left() {
        return asked - quoted - unlisted - silent;
    }
}
