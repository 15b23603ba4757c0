/// The overview: what the workspace holds and what needs doing next.
@NullMarked
package io.tidemark.ui.overview;

import org.jspecify.annotations.NullMarked;
