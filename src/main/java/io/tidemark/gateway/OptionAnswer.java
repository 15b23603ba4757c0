package io.tidemark.gateway;

/// How a question about options ended.
///
/// @param <T> what was asked for
public sealed interface OptionAnswer<T> {

    /// With an answer.
    ///
    /// @param value what was asked for
    record Told<T>(T value) implements OptionAnswer<T> {}

    /// Without one.
    ///
    /// @param because why, never [FetchResult.Bars]
    record Untold<T>(FetchResult because) implements OptionAnswer<T> {}
}
