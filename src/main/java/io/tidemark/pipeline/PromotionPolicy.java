package io.tidemark.pipeline;

/// When a trained model takes the champion's place.
public enum PromotionPolicy {
    /// Whatever the checks say.
    ALWAYS("always"),
    /// When its checks pass and it is not worse than the champion.
    IF_NOT_WORSE("if-not-worse"),
    /// Never by itself: it is kept as a run.
    NEVER("never");

    private final String id;

    PromotionPolicy(String id) {
        this.id = id;
    }

    /// The name as typed.
    public String id() {
        return id;
    }
}
