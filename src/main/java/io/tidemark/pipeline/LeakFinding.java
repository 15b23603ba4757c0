package io.tidemark.pipeline;

/// One thing that a leak check looked at.
///
/// @param name what, a few words
/// @param passed whether it is as it should be
/// @param figure the number behind it: a count of rows, an R², a difference
/// @param sentence what was found, and what to do when it is not as it should be
public record LeakFinding(String name, boolean passed, double figure, String sentence) {}
