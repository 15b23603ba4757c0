package io.tidemark.cli;

import java.nio.file.Path;

/// Where the log of a workspace lies. Logging begins with the first message, so this comes before any.
final class Logs {
    private Logs() {
    }

    /// Sends the log of this process to the workspace.
    static void openIn(Path workspace) {
        System.setProperty("tidemark.log", file(workspace).toString());
    }

    /// The log file of a workspace.
    static Path file(Path workspace) {
        return workspace.resolve("logs").resolve("tidemark.log");
    }
}
