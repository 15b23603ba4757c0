package io.tidemark.schedule;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The machine as far as scheduling goes.
///
/// @param system name of the operating system, as Java tells it
/// @param home the user's folder
/// @param runner of its programs
/// @param templates of its schedulers' files
public record Machine(String system, Path home, CommandRunner runner, Templates templates) {

    /// The one that this process runs on.
    public static Machine here() {
        return new Machine(System.getProperty("os.name"), Path.of(System.getProperty("user.home")),
                new SystemCommands(), Templates.carried());
    }

    /// The scheduler that is there; nothing when there is none that we know.
    Optional<Scheduler> scheduler() {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return Optional.of(
                    new TaskScheduler(home.resolve("AppData/Local/Tidemark/schedule"), templates, runner));
        }
        if (name.startsWith("mac")) {
            return Optional.of(new LaunchAgent(home.resolve("Library/LaunchAgents"), templates, runner));
        }
        if (SystemdTimer.answers(runner)) {
            return Optional.of(new SystemdTimer(home.resolve(".config/systemd/user"), templates));
        }
        return CronTable.answers(runner) ? Optional.of(new CronTable(runner)) : Optional.empty();
    }

    /// Shows a notice on the desktop where there is one. Never fails: whoever calls has a failure of its own to tell.
    ///
    /// @return whether a program for it took it
    public boolean show(String title, String text) {
        String name = system.toLowerCase(Locale.ROOT);
        try {
            return runner.run(notice(name, title, text), "").good();
        } catch (IOException e) {
            return false;
        }
    }

    private static List<String> notice(String name, String title, String text) {
        if (name.startsWith("windows")) {
            return List.of("msg", "*", title + ": " + text);
        }
        if (name.startsWith("mac")) {
            return List.of("osascript", "-e", "display notification " + apple(text) + " with title " + apple(title));
        }
        return List.of("notify-send", "--app-name=Tidemark", "--urgency=critical", title, text);
    }

    private static String apple(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
