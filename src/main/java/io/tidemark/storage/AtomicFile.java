package io.tidemark.storage;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/// Writes files so that a reader, or a crash, sees the old file or the new one and nothing between.
///
/// The bytes go to a sibling whose name ends in `.part`, are forced to the disk and moved over the target.
/// A leftover `.part` of a killed process is overwritten by the next write of the same file.
public final class AtomicFile {
    private AtomicFile() {
    }

    /// What fills the file.
    @FunctionalInterface
    public interface WriteAction {
        /// Writes all bytes of the file; closing the stream is not needed.
        void to(OutputStream out) throws IOException;
    }

    /// Replaces `target` with what `action` writes, making missing folders first.
    ///
    /// @throws IOException when writing fails; the old file is then untouched and the partial one removed
    public static void write(Path target, WriteAction action) throws IOException {
        Path folder = Objects.requireNonNull(target.toAbsolutePath().getParent(), "a file lies in a folder");
        Files.createDirectories(folder);
        Path part = folder.resolve(target.getFileName() + ".part");
        try {
            Disk.before("write", target);
            fill(part, action);
            Disk.before("move", target);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Disk.force(folder);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(part);
            throw e;
        }
    }

    /// Replaces `target` with `text` in UTF-8.
    ///
    /// @throws IOException as [AtomicFile#write]
    public static void writeText(Path target, String text) throws IOException {
        write(target, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static void fill(Path part, WriteAction action) throws IOException {
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            var out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
            action.to(out);
            out.flush();
            channel.force(true);
        }
    }
}
