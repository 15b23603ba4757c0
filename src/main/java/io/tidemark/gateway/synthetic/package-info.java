/// A market that never was: daily bars of SPY, VIX and three stocks from a seed, with the truth behind them.
///
/// Feeds the demo gateway, before the first hop of the data's route. May use `market`.
@NullMarked
package io.tidemark.gateway.synthetic;

import org.jspecify.annotations.NullMarked;
