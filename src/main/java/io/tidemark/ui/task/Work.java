package io.tidemark.ui.task;

import io.tidemark.work.Progress;

/// Work that knows no window: it tells how far it is, and ends by itself soon after it was cancelled.
///
/// @param <T> what it makes
@FunctionalInterface
public interface Work<T> {

    /// Does the work on a background thread.
    ///
    /// @param progress where to report and where to learn of a cancellation
    /// @throws Exception when the work failed; its message is shown to a person
    T run(Progress progress) throws Exception;
}
