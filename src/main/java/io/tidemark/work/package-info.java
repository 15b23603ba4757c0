/// How long work reports and is cancelled, with no idea of a window or a terminal.
///
/// The terminal prints what is reported; the window adapts it to a background task.
/// Uses nothing of ours.
@NullMarked
package io.tidemark.work;

import org.jspecify.annotations.NullMarked;
