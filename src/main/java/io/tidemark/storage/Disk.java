package io.tidemark.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What every change on the disk passes through: a moment before it, and a push to the platters after it.
///
/// A test that wants a process to die, or a disk to fail, between any two changes binds a witness for its thread.
final class Disk {
    private static final Logger LOG = LoggerFactory.getLogger(Disk.class);
    static final ScopedValue<Witness> WITNESS = ScopedValue.newInstance();

    private Disk() {
    }

    /// Sees each change coming.
    @FunctionalInterface
    interface Witness {
        /// Told before each change; what it throws takes the place of the change.
        void before(String change) throws IOException;
    }

    /// The moment before a change of a file.
    static void before(String verb, Path file) throws IOException {
        if (WITNESS.isBound()) {
            WITNESS.get().before(verb + " " + file.getFileName());
        }
    }

    /// Makes the names in a folder last through a loss of power. Windows neither allows nor needs it.
    static void force(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            LOG.debug("{} is not forced to the disk here: {}", folder, e.toString());
        }
    }

    /// What kept a file from being written, for a person.
    static String reason(IOException e) {
        if (e instanceof AccessDeniedException denied) {
            return "no permission to write " + denied.getFile();
        }
        String words = e instanceof FileSystemException failed
                ? failed.getFile() + ": " + Objects.requireNonNullElse(failed.getReason(), "something else is there")
                : Objects.requireNonNullElse(e.getMessage(), e.toString());
        return words.toLowerCase(Locale.ROOT).contains("no space left") ? "the disk is full (" + words + ")" : words;
    }
}
