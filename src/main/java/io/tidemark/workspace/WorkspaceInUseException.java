package io.tidemark.workspace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// Another process has the workspace; the message is for a person.
public final class WorkspaceInUseException extends IOException {
    private static final long serialVersionUID = 1L;

    WorkspaceInUseException(Path workspace, Optional<LockHolder> holder) {
        super("The workspace " + workspace + " is in use by " + holder.map(LockHolder::words).orElse("another process")
                + ". Wait until that ends, or choose another folder (--workspace in the terminal).");
    }
}
