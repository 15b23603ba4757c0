package io.tidemark.pipeline;

/// One thing that a model must show before a bot loads it.
///
/// @param name what, in a word or two
/// @param passed whether it did
/// @param sentence what was found, with its figures
public record PromotionCheck(String name, boolean passed, String sentence) {}
