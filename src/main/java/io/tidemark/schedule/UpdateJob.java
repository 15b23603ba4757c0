package io.tidemark.schedule;

import io.tidemark.storage.Sha256;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/// The update of one workspace, as a scheduler runs it.
///
/// @param workspace absolute
/// @param command program and arguments
/// @param javaHome the Java that the program is to run on
/// @param plan when
public record UpdateJob(Path workspace, List<String> command, Path javaHome, MonthlyPlan plan) {
    private static final int DIGITS = 8;

    /// Keeps a copy.
    public UpdateJob {
        command = List.copyOf(command);
    }

    /// The update of a workspace by the Tidemark that runs now.
    static UpdateJob of(Path workspace, TidemarkProgram program, MonthlyPlan plan) {
        return new UpdateJob(workspace, program.with(List.of("update", "-w", workspace.toString(), "--scheduled")),
                program.javaHome(), plan);
    }

    /// A name that no other workspace of this machine has, fit for file names: `tidemark-update-` and eight digits.
    String name() {
        String path = workspace.toString();
        return "tidemark-update-" + Sha256.of(path.getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS);
    }

    /// The name of the workspace's folder, for people.
    String folderName() {
        return Objects.requireNonNullElse(workspace.getFileName(), workspace).toString();
    }
}
