package io.tidemark.pipeline;

import io.tidemark.storage.AtomicFile;
import io.tidemark.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Keeps a copy of what is damaged before something else takes its place: `data/damaged/2026-11-23T153000Z/`, with the
/// folders that it lay in.
final class DamagedFiles {
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HHmmss'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Path root;
    private final Path folder;

    DamagedFiles(Workspace workspace, Instant now) {
        this.root = workspace.root();
        Instant named = now;
        while (Files.exists(workspace.damaged().resolve(NAME.format(named)))) {
            named = named.plusSeconds(1);
        }
        this.folder = workspace.damaged().resolve(NAME.format(named));
    }

    /// Copies those that are there.
    void keep(List<Path> files) throws IOException {
        for (Path file : files) {
            if (Files.exists(file)) {
                AtomicFile.write(folder.resolve(root.relativize(file).toString()), out -> Files.copy(file, out));
            }
        }
    }

    /// Moves a file here.
    void setAside(Path file) throws IOException {
        keep(List.of(file));
        Files.delete(file);
    }

    /// Where the copies lie; empty when nothing was kept.
    Optional<Path> kept() {
        return Files.exists(folder) ? Optional.of(folder) : Optional.empty();
    }
}
