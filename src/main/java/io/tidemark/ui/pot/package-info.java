/// The touch data pane: the prepared options as a table that is filtered and sorted, their figures, and any one of them
/// replayed on its bars. All counting is done by `inspection`.
@NullMarked
package io.tidemark.ui.pot;

import org.jspecify.annotations.NullMarked;
