package io.tidemark.cli;

import io.tidemark.workspace.DefaultWorkspace;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The option that says which workspace is meant.
final class WorkspaceOption {
    @Option(names = {"-w",
            "--workspace"}, paramLabel = "DIR",
            description = "Folder that holds data/ and models/ (default: the current folder; "
                    + "the installed application's is Tidemark in your documents).")
    private @Nullable Path folder;

    @Option(names = "--json",
            description = "Print one JSON object on the standard output; progress goes to the error stream.")
    private boolean json;

    /// The workspace's folder, absolute.
    Path folder() {
        return (folder == null ? DefaultWorkspace.ofSystem() : folder).toAbsolutePath().normalize();
    }

    /// Whether results are printed as JSON.
    boolean json() {
        return json;
    }
}
