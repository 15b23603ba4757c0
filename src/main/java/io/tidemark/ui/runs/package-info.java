/// The runs pane: every training that was kept, as a table and over time, two of them side by side.
///
/// May use `pipeline`, `model` and `workspace` beside the shared packages of `ui`.
@NullMarked
package io.tidemark.ui.runs;

import org.jspecify.annotations.NullMarked;
