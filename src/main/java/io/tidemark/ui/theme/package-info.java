/// Light and dark: the tokens that name each colour's role, the sheets that use them, and a reader for painters.
///
/// Colours live in `tokens-light.css` and `tokens-dark.css` only. Uses nothing of ours.
@NullMarked
package io.tidemark.ui.theme;

import org.jspecify.annotations.NullMarked;
