/// Headless tests of the window.
@NullMarked
package io.tidemark.ui;

import org.jspecify.annotations.NullMarked;
