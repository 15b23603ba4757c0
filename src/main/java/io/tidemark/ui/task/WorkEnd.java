package io.tidemark.ui.task;

/// How a piece of work ended; told once, on the window's thread, after the work has left its own thread.
///
/// @param <T> what the work makes
public sealed interface WorkEnd<T> {

    /// The work is done, even when somebody asked too late to cancel it.
    ///
    /// @param value what it made
    record Succeeded<T>(T value) implements WorkEnd<T> {}

    /// The work could not be done.
    ///
    /// @param cause why
    record Failed<T>(Throwable cause) implements WorkEnd<T> {

        /// Why, in one sentence for a person.
        public String sentence() {
            String message = cause.getMessage();
            return message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
        }
    }

    /// The work stopped because it was asked to.
    record Cancelled<T>() implements WorkEnd<T> {}
}
