package io.tidemark.training;

/// The data cannot make a model; the message is a sentence for a person that says what to do.
public final class CannotTrainException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// Why not.
    public enum Reason {
        /// Too short a history.
        INSUFFICIENT_DATA,
        /// All labels are alike, so there is nothing to tell apart.
        ONE_CLASS,
        /// A label or a baseline that is none.
        BAD_LABEL,
        /// A feature without any value.
        BAD_FEATURE
    }

    private final Reason reason;

    CannotTrainException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /// Why not.
    public Reason reason() {
        return reason;
    }
}
