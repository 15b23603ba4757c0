package io.tidemark.ui.connection;

import io.tidemark.pipeline.FeedTrial;

/// What is at stake behind a connection, in a word.
enum Badge {
    /// Synthetic bars.
    DEMO("DEMO DATA", "demo"),
    /// An account with play money.
    PAPER("PAPER", "paper"),
    /// An account with real money.
    LIVE("LIVE", "live"),
    /// Real bars from files, by the demo gateway.
    REPLAY("REPLAY", "plain"),
    /// Files.
    FILES("CSV FILES", "plain"),
    /// Only a test can tell.
    UNKNOWN("NOT TESTED", "plain");

    private final String word;
    private final String style;

    Badge(String word, String style) {
        this.word = word;
        this.style = style;
    }

    /// What a test found.
    static Badge of(FeedTrial.Passed passed) {
        return switch (passed.source().kind()) {
            case DEMO -> DEMO;
            case REPLAY -> REPLAY;
            case CSV -> FILES;
            case TWS -> passed.paper() ? PAPER : LIVE;
        };
    }

    String word() {
        return word;
    }

    /// The style class that goes with `badge`.
    String style() {
        return style;
    }
}
