package io.tidemark.ui.predict;

import java.util.Optional;

/// What a model said, or why it said nothing.
///
/// @param <T> what it says
sealed interface Answer<T> {

    /// It said something.
    record Given<T>(T said) implements Answer<T> {}

    /// It could not be asked.
    ///
    /// @param sentence why, and what to do
    record Withheld<T>(String sentence) implements Answer<T> {}

    /// What it said, if anything.
    default Optional<T> value() {
        return this instanceof Given<T>(T said) ? Optional.of(said) : Optional.empty();
    }

    /// Why it said nothing; empty when it did.
    default String trouble() {
        return this instanceof Withheld<T>(String sentence) ? sentence : "";
    }
}
