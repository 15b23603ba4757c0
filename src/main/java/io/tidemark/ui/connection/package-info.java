/// The connection pane: where bars come from, whether they can come, and what the gateway says.
@NullMarked
package io.tidemark.ui.connection;

import org.jspecify.annotations.NullMarked;
