package io.tidemark.workspace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The folder that is meant when a person names none.
///
/// Run from a build it is the current folder. An installed application is started from anywhere, and its own folder is
/// not for data: it works in `Tidemark` among the person's documents. Packages say that they are installed by the
/// property [DefaultWorkspace#INSTALLED].
public final class DefaultWorkspace {
    /// `-Dtidemark.installed=true` in the launchers of packages.
    public static final String INSTALLED = "tidemark.installed";

    private static final Pattern DOCUMENTS = Pattern.compile("(?m)^XDG_DOCUMENTS_DIR=\"(\\$HOME)?([^\"]*)\"");

    private DefaultWorkspace() {
    }

    /// The folder for this process; it need not exist.
    public static Path ofSystem() {
        return of(Boolean.getBoolean(INSTALLED), Path.of(System.getProperty("user.home", ".")));
    }

    /// @param installed whether an installed application asks
    /// @param home the person's home folder
    static Path of(boolean installed, Path home) {
        return installed ? documents(home).resolve("Tidemark") : Path.of("");
    }

    /// The documents by the rules of xdg-user-dirs, which desktops translate; elsewhere they are named so.
    private static Path documents(Path home) {
        Path names = home.resolve(".config").resolve("user-dirs.dirs");
        return read(names).map(DOCUMENTS::matcher).filter(Matcher::find).map(found -> found.group(1) == null
                ? Path.of(found.group(2))
                : home.resolve(found.group(2).replaceFirst("^/+", "")))
                .orElseGet(() -> home.resolve("Documents"));
    }

    private static Optional<String> read(Path file) {
        try {
            return Files.isRegularFile(file)
                    ? Optional.of(Files.readString(file, StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IOException e) {
            // unreadable or not text: as if it were not there
            return Optional.empty();
        }
    }
}
