/// Small controls that screens share: icons, badges, empty states, tiles, headers, checked
/// fields, sliders.
///
/// Uses `regime` for what a regime and its thresholds are called.
@NullMarked
package io.tidemark.ui.control;

import org.jspecify.annotations.NullMarked;
