package io.tidemark.training;

/// The figures of a random split, and why they are not to be trusted.
///
/// @param <F> the kind of figures
/// @param figures on rows drawn by chance
/// @param reason a sentence that belongs beside them wherever they are shown
public record Naive<F>(F figures, String reason) {
    /// Share of the rows that are tested on.
    static final double TESTED = 0.2;
    private static final String REASON = "Naive: the rows were split by chance, so the model was tested on days whose "
            + "neighbours it had learned from. It is shown only to compare with figures made that way.";

    /// Figures with the reason beside them.
    static <F> Naive<F> of(F figures) {
        return new Naive<>(figures, REASON);
    }
}
