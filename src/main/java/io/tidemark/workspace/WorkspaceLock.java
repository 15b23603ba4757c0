package io.tidemark.workspace;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The right of this process alone to write into a workspace, given back by [WorkspaceLock#close()].
///
/// The operating system's lock decides, and it goes with the process that held it, however that ended: nobody ever has
/// to remove a lock file. The file's text only tells people, and the next holder, who it was; an orderly end clears it.
/// The lock lies on one byte far behind the text, because on Windows nobody may read locked bytes.
public final class WorkspaceLock implements AutoCloseable {
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private final Path root;
    private final FileChannel channel;
    private final Optional<LockHolder> deadHolder;

    private WorkspaceLock(Path root, FileChannel channel, Optional<LockHolder> deadHolder) {
        this.root = root;
        this.channel = channel;
        this.deadHolder = deadHolder;
    }

    static WorkspaceLock take(Path root, Path file, String command) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (tryLock(channel) == null) {
                throw new WorkspaceInUseException(root, LockHolder.parse(Files.readAllBytes(file)));
            }
            Optional<LockHolder> dead = LockHolder.parse(Files.readAllBytes(file));
            channel.truncate(0);
            channel.write(LockHolder.thisProcess(command).bytes(), 0);
            return new WorkspaceLock(root, channel, dead);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /// The system's lock, or null when any process has it, this one included.
    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(LOCKED_BYTE, 1, false);
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /// Who had the workspace before and died without closing it; nothing after an orderly end.
    public Optional<LockHolder> deadHolder() {
        return deadHolder;
    }

    void requireHeldFor(Path workspace) {
        if (!root.equals(workspace) || !channel.isOpen()) {
            throw new IllegalStateException("the lock of " + workspace + " is not held");
        }
    }

    /// Gives the workspace back; closing again does nothing.
    @Override
    public void close() throws IOException {
        if (channel.isOpen()) {
            try (channel) {
                channel.truncate(0);
            }
        }
    }
}
