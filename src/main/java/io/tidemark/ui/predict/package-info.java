/// What the models in use say now: the regime, and how likely strikes around a close are touched.
///
/// May use `pipeline` and `workspace` beside the shared packages of `ui`.
@NullMarked
package io.tidemark.ui.predict;

import org.jspecify.annotations.NullMarked;
