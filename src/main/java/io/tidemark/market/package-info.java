/// What the market is made of: symbols, instruments, daily bars, series of them, sessions of the exchange.
///
/// The first station of the data's route, used by every other. Uses nothing of ours.
@NullMarked
package io.tidemark.market;

import org.jspecify.annotations.NullMarked;
