package io.tidemark.model;

/// XGBoost refused or failed at something that should have worked.
public final class BoosterException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// @param message what was tried and what to do next, a sentence for a person
    /// @param cause what XGBoost said
    public BoosterException(String message, Throwable cause) {
        super(message, cause);
    }
}
