package io.tidemark.ui.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the window is started with.
///
/// @param workspace the folder to open; when empty the last one that is still there, or else the usual one
/// @param settings where settings are kept; the system's place when empty
/// @param closeAtOnce whether to close as soon as the window takes input, remembering nothing
public record WorkbenchOptions(Optional<Path> workspace, Optional<Path> settings, boolean closeAtOnce) {
    private static final String WORKSPACE = "workspace";
    private static final String SETTINGS = "settings";
    private static final String CLOSE_AT_ONCE = "close-at-once";

    /// As arguments for JavaFX, which makes the application object itself.
    String[] arguments() {
        var arguments = new ArrayList<String>();
        workspace.ifPresent(folder -> arguments.add("--" + WORKSPACE + "=" + folder));
        settings.ifPresent(folder -> arguments.add("--" + SETTINGS + "=" + folder));
        arguments.add("--" + CLOSE_AT_ONCE + "=" + closeAtOnce);
        return List.copyOf(arguments).toArray(String[]::new);
    }

    /// From the named parameters of a JavaFX application.
    static WorkbenchOptions of(Map<String, String> named) {
        return new WorkbenchOptions(Optional.ofNullable(named.get(WORKSPACE)).map(Path::of),
                Optional.ofNullable(named.get(SETTINGS)).map(Path::of),
                Boolean.parseBoolean(named.get(CLOSE_AT_ONCE)));
    }
}
