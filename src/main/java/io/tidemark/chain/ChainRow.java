package io.tidemark.chain;

import io.tidemark.market.OptionContract;
import io.tidemark.market.OptionQuote;

/// One option of a snapshot.
///
/// @param option which
/// @param quote what it was quoted at
public record ChainRow(OptionContract option, OptionQuote quote) {}
