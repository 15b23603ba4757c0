package io.tidemark.ui.app;

import java.nio.file.Path;
import java.util.Map;

/// Where the system wants an application to keep its settings and logs.
///
/// @param settings folder of `settings.json`
/// @param logs folder of the log files
record AppFolders(Path settings, Path logs) {

    /// The folders of this process.
    static AppFolders ofSystem() {
        return of(System.getProperty("os.name", ""), System.getenv(), Path.of(System.getProperty("user.home", ".")));
    }

    /// The folders by the rules of each system: XDG base directories, `~/Library`, `AppData`.
    ///
    /// @param system as in the property `os.name`
    /// @param environment the process's variables
    /// @param home the person's home folder
    static AppFolders of(String system, Map<String, String> environment, Path home) {
        if (system.startsWith("Windows")) {
            Path roaming = folder(environment, "APPDATA", home.resolve("AppData/Roaming"));
            Path local = folder(environment, "LOCALAPPDATA", home.resolve("AppData/Local"));
            return new AppFolders(roaming.resolve("Tidemark"), local.resolve("Tidemark").resolve("logs"));
        }
        if (system.startsWith("Mac")) {
            return new AppFolders(home.resolve("Library/Application Support/Tidemark"),
                    home.resolve("Library/Logs/Tidemark"));
        }
        Path config = folder(environment, "XDG_CONFIG_HOME", home.resolve(".config"));
        Path state = folder(environment, "XDG_STATE_HOME", home.resolve(".local/state"));
        return new AppFolders(config.resolve("tidemark"), state.resolve("tidemark"));
    }

    private static Path folder(Map<String, String> environment, String variable, Path otherwise) {
        String value = environment.get(variable);
        if (value == null || value.isBlank()) {
            return otherwise;
        }
        Path path = Path.of(value);
        // the XDG rules say that a relative path is to be ignored
        return path.isAbsolute() ? path : otherwise;
    }
}
