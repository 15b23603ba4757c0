package io.tidemark.ui.task;

/// A piece of work with the name a person knows it by.
///
/// @param title what is being done, as shown in the status bar: `Download 10 years`
/// @param writesFiles whether leaving in the middle deserves a question
/// @param work the work itself
/// @param <T> what it makes
public record Job<T>(String title, boolean writesFiles, Work<T> work) {

    /// Work that keeps files: quitting asks first while it runs.
    public static <T> Job<T> writing(String title, Work<T> work) {
        return new Job<>(title, true, work);
    }

    /// Work that only reads and computes: quitting cancels it without a question.
    public static <T> Job<T> reading(String title, Work<T> work) {
        return new Job<>(title, false, work);
    }
}
