package io.tidemark.dataset;

/// There are too few sessions to make a training set of. The message is a sentence for a person.
public final class InsufficientDataException extends RuntimeException {
    /// Two years of sessions, the least that a model is trained on.
    public static final int TWO_YEARS = 504;

    private static final long serialVersionUID = 1;

    private final int found;
    private final int needed;

    /// Too few sessions.
    ///
    /// @param what whose sessions: `SPY with VIX`
    /// @param found how many there are
    /// @param needed how many it takes
    public InsufficientDataException(String what, int found, int needed) {
        super("Insufficient data: " + found + " sessions of " + what + ", and training takes at least " + needed
                + " (two years). Download more years.");
        this.found = found;
        this.needed = needed;
    }

    /// How many sessions there are.
    public int found() {
        return found;
    }

    /// How many sessions it takes.
    public int needed() {
        return needed;
    }
}
