/// The training pane: parameters, live learning curves, what a model is worth, and whether something leaked.
///
/// May use what screens share, `pipeline` and values of `training`, `model`, `regime` and `market`.
@NullMarked
package io.tidemark.ui.training;

import org.jspecify.annotations.NullMarked;
