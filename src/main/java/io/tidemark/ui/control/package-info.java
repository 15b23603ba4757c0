/// Small controls that screens share: icons, empty states, tiles, headers, checked fields.
///
/// Uses nothing of ours.
@NullMarked
package io.tidemark.ui.control;

import org.jspecify.annotations.NullMarked;
