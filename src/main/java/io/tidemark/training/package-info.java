/// How models are made and judged: boosters fitted round by round, forward walks, figures, intervals.
///
/// After `dataset`, which fills the matrices, and before `model`, which keeps what is made here.
/// Together with `model` the only home of XGBoost. May use `model`, `dataset`, `regime`, `touch`, `market`, `work`
/// and `storage`.
@NullMarked
package io.tidemark.training;

import org.jspecify.annotations.NullMarked;
