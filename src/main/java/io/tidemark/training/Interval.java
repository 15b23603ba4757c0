package io.tidemark.training;

/// A 95 % interval.
///
/// @param low 2.5 % lie below
/// @param high 2.5 % lie above
public record Interval(double low, double high) {}
