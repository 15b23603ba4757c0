package io.tidemark.workspace;

import io.tidemark.market.DataSource;
import io.tidemark.storage.Journal;
import io.tidemark.storage.Json;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The folder that holds one body of data with the models made of it.
///
/// Reading needs nothing. Whoever writes takes the lock first, recovers what a killed process left behind, and claims
/// the source of the bars, so that synthetic and real ones never meet:
/// ```
/// var workspace = Workspace.at(folder);
/// try (var lock = workspace.lock("tidemark setup")) {
///     workspace.recover(lock);
///     workspace.claim(source);
///     ...
/// }
/// ```
public final class Workspace {
    private static final String PART = ".part";
    /// What [Workspace#beside] adds to a name.
    private static final Pattern KIND = Pattern.compile("-(demo|tws|files)$");

    private final Path root;

    private Workspace(Path root) {
        this.root = root;
    }

    /// The workspace in a folder that may not exist yet; nothing is read or made.
    public static Workspace at(Path root) {
        return new Workspace(root.toAbsolutePath().normalize());
    }

    /// The folder itself, absolute.
    public Path root() {
        return root;
    }

    /// A folder beside this one, for bars that may not lie in it: `bars-demo` beside `bars`, `bars-tws` beside that.
    ///
    /// @param kind what its bars are, a short word
    public Path beside(String kind) {
        Path name = root.getFileName();
        String stem = name == null ? "tidemark" : KIND.matcher(name.toString()).replaceFirst("");
        return root.resolveSibling(stem + "-" + kind);
    }

    /// Bars and training sets.
    public Path historical() {
        return data().resolve("historical");
    }

    /// Reports for people: quality of the bars, evaluations.
    public Path reports() {
        return data().resolve("reports");
    }

    /// Copies of damaged files, made before they were replaced.
    public Path damaged() {
        return data().resolve("damaged");
    }

    /// The models in use.
    public Path models() {
        return root.resolve("models");
    }

    /// Every training run ever kept.
    public Path runs() {
        return models().resolve("runs");
    }

    /// The journal that every change of several files here goes through.
    public Journal journal() {
        return Journal.within(historical());
    }

    /// What happened, in detail.
    public Path logs() {
        return root.resolve("logs");
    }

    private Path data() {
        return root.resolve("data");
    }

    /// What the workspace remembers about itself.
    public Path settingsFile() {
        return data().resolve("workspace.json");
    }

    /// When updates are to run.
    public Path scheduleFile() {
        return data().resolve("schedule.json");
    }

    /// Takes the workspace for this process until the lock is closed, making the folders that are missing.
    ///
    /// @param command what this process is about to do, shown to whoever comes second
    /// @throws WorkspaceInUseException when another process has it; the message names that process
    /// @throws IOException when the folder cannot be used; the message says why
    public WorkspaceLock lock(String command) throws IOException {
        makeFolders();
        return WorkspaceLock.take(root, data(), command);
    }

    private void makeFolders() throws IOException {
        if (Files.exists(root) && !Files.isDirectory(root)) {
            throw new IOException(root + " is a file; a workspace is a folder. "
                    + "Choose another folder (--workspace in the terminal).");
        }
        try {
            for (Path folder : List.of(historical(), reports(), runs(), logs())) {
                Files.createDirectories(folder);
            }
        } catch (FileSystemException e) {
            throw new IOException("The folder " + root + " cannot be used as a workspace (" + reason(e)
                    + "). Choose another folder (--workspace in the terminal).", e);
        }
    }

    private static String reason(FileSystemException e) {
        if (e instanceof AccessDeniedException) {
            return "no permission to write " + e.getFile();
        }
        return e.getFile() + ": " + Objects.requireNonNullElse(e.getReason(), "something else is there");
    }

    /// Removes the half-written files that a killed process left behind. Their finished versions are untouched.
    ///
    /// @param lock proof that no other process is writing them now
    /// @return the files removed, ascending
    public List<Path> recover(WorkspaceLock lock) throws IOException {
        lock.requireHeldFor(root);
        List<Path> removed = new ArrayList<>();
        for (Path folder : List.of(data(), models())) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path part : files.filter(Workspace::isPart).sorted(Comparator.naturalOrder()).toList()) {
                    Files.delete(part);
                    removed.add(part);
                }
            }
        }
        return removed;
    }

    private static boolean isPart(Path file) {
        return file.getFileName().toString().endsWith(PART) && Files.isRegularFile(file);
    }

    /// Where the bars of this workspace come from, the latest source first claimed last; nothing when it is new.
    ///
    /// @throws IOException when the settings cannot be read
    public Optional<DataSource> source() throws IOException {
        List<DataSource> sources = settings().sources();
        return sources.isEmpty() ? Optional.empty() : Optional.of(sources.getLast());
    }

    /// Declares that bars of `source` are about to be stored here.
    ///
    /// @throws SourceMixException when bars of a source that it may not meet are here already
    /// @throws IOException when the settings cannot be read or written
    public void claim(DataSource source) throws IOException {
        WorkspaceSettings settings = settings();
        for (DataSource present : settings.sources()) {
            if (!present.mayMeet(source)) {
                throw new SourceMixException(root, present, source);
            }
        }
        WorkspaceSettings after = settings.withLatest(source);
        if (!after.equals(settings)) {
            Json.write(settingsFile(), after);
        }
    }

    /// Whether the options' implied volatility is downloaded and used.
    ///
    /// @throws IOException when the settings cannot be read
    public VolatilityUse volatility() throws IOException {
        return settings().volatility().orElse(VolatilityUse.ON);
    }

    /// Remembers whether the options' implied volatility is downloaded and used.
    ///
    /// @throws IOException when the settings cannot be read or written
    public void keep(VolatilityUse chosen) throws IOException {
        Json.write(settingsFile(), settings().with(chosen));
    }

    private WorkspaceSettings settings() throws IOException {
        try {
            return Json.read(settingsFile(), WorkspaceSettings.class);
        } catch (NoSuchFileException e) {
            return WorkspaceSettings.empty();
        }
    }
}
