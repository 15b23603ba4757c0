package io.tidemark.workspace;

import io.tidemark.market.DataSource;
import java.io.IOException;
import java.nio.file.Path;

/// Bars of a source were about to enter a workspace that holds bars they may not meet; the message is for a person.
public final class SourceMixException extends IOException {
    private static final long serialVersionUID = 1L;

    SourceMixException(Path workspace, DataSource present, DataSource offered) {
        super("The workspace " + workspace + " holds bars of " + words(present) + "; bars of " + words(offered)
                + " may not be mixed with them. Choose another folder (--workspace in the terminal), or empty"
                + " this one's data and models folders first.");
    }

    private static String words(DataSource source) {
        return switch (source.kind()) {
            case DEMO -> "the demo market with seed " + source.detail();
            case TWS -> "TWS or IB Gateway at " + source.detail();
            case REPLAY -> "a replay of real bars at " + source.detail();
            case CSV -> "the CSV folder " + source.detail();
        };
    }
}
