/// The set-up guide: from an empty folder to trained models, step by step.
@NullMarked
package io.tidemark.ui.setup;

import org.jspecify.annotations.NullMarked;
