package io.tidemark.workspace;

import io.tidemark.market.DataSource;
import java.io.IOException;
import java.nio.file.Path;

/// Bars of a source were about to enter a workspace that holds bars they may not meet; the message is for a person.
public final class SourceMixException extends IOException {
    private static final long serialVersionUID = 1L;

    SourceMixException(Path workspace, DataSource present, DataSource offered) {
        super("The workspace " + workspace + " holds bars of " + present.words() + "; bars of " + offered.words()
                + " may not be mixed with them. Choose another folder (--workspace in the terminal), or empty"
                + " this one's data and models folders first.");
    }
}
