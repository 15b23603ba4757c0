package io.tidemark.pipeline;

import java.util.Set;

/// One thing that a model must show before a bot loads it.
///
/// @param name what, in a word or two
/// @param passed whether nothing speaks against the model
/// @param leftOut whether it could not be looked at, so that nothing is known
/// @param sentence what was found, with its figures
public record PromotionCheck(String name, boolean passed, boolean leftOut, String sentence) {
    private static final Set<String> VITAL = Set.of("files", "order");

    /// A check that was made.
    PromotionCheck(String name, boolean passed, String sentence) {
        this(name, passed, false, sentence);
    }

    /// A check that could not be made: it keeps no model out, and is told.
    static PromotionCheck leftOut(String name, String sentence) {
        return new PromotionCheck(name, true, true, sentence);
    }

    /// Whether a model that fails here must not be used at all, even where there is no other.
    boolean vital() {
        return VITAL.contains(name);
    }
}
