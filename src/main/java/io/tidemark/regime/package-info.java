/// The state of the market, day by day: five regimes, the rules that name them, the features to learn them from.
///
/// Bars of SPY and VIX come in, a training set goes to `dataset`. May use `indicator`, `market`, `dataset`, `storage`.
@NullMarked
package io.tidemark.regime;

import org.jspecify.annotations.NullMarked;
