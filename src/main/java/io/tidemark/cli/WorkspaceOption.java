package io.tidemark.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/// The option that says which workspace is meant.
final class WorkspaceOption {
    @Option(names = {"-w",
            "--workspace"}, paramLabel = "DIR", defaultValue = ".",
            description = "Folder that holds data/ and models/ (default: the current folder).")
    private Path folder = Path.of(".");

    @Option(names = "--json",
            description = "Print one JSON object on the standard output; progress goes to the error stream.")
    private boolean json;

    /// The workspace's folder, absolute.
    Path folder() {
        return folder.toAbsolutePath().normalize();
    }

    /// Whether results are printed as JSON.
    boolean json() {
        return json;
    }
}
