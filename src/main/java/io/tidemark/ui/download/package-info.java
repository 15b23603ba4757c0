/// The download pane: bars of each symbol, fetched and judged.
@NullMarked
package io.tidemark.ui.download;

import org.jspecify.annotations.NullMarked;
