package io.tidemark.ui.connection;

import io.tidemark.gateway.Severity;

/// Which messages of the log are shown.
enum Severities {
    /// All of them.
    ALL("All messages", Severity.INFO),
    /// What needs a look.
    WARNINGS("Warnings and errors", Severity.WARNING),
    /// What does not work.
    ERRORS("Errors only", Severity.ERROR);

    private final String title;
    private final Severity least;

    Severities(String title, Severity least) {
        this.title = title;
        this.least = least;
    }

    boolean take(Severity severity) {
        return severity.compareTo(least) >= 0;
    }

    /// The name a person reads, in the list of a choice box.
    @Override
    public String toString() {
        return title;
    }
}
