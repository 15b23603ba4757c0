/// Where UI-free work and the window's thread meet.
///
/// Work is written against [io.tidemark.work.Progress] and knows no window. It is started through
/// [io.tidemark.ui.task.RunningWork], ends in exactly one of succeeded, failed, cancelled, and the end is told on the
/// window's thread. This package is the only home of `Platform.runLater` and may use `work` and
/// `pipeline`.
@NullMarked
package io.tidemark.ui.task;

import org.jspecify.annotations.NullMarked;
