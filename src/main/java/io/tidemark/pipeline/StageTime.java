package io.tidemark.pipeline;

/// How long a stage took.
///
/// @param name the stage's id
/// @param seconds wall time
public record StageTime(String name, double seconds) {}
