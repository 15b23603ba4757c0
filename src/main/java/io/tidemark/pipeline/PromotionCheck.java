package io.tidemark.pipeline;

import java.util.Set;

/// One thing that a model must show before a bot loads it.
///
/// @param name what, in a word or two
/// @param passed whether it did
/// @param sentence what was found, with its figures
public record PromotionCheck(String name, boolean passed, String sentence) {
    private static final Set<String> VITAL = Set.of("files", "order");

    /// Whether a model that fails here must not be used at all, even where there is no other.
    boolean vital() {
        return VITAL.contains(name);
    }
}
