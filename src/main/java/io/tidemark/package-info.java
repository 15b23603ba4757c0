/// The program's door: chooses the terminal or the window.
@NullMarked
package io.tidemark;

import org.jspecify.annotations.NullMarked;
