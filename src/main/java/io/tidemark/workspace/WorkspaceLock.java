package io.tidemark.workspace;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The right of this process alone to write into a workspace, given back by [WorkspaceLock#close()].
///
/// The operating system's lock decides, and it goes with the process that held it, however that ended: nobody ever has
/// to remove a lock file. The file's text only tells people, and the next holder, who it was; an orderly end clears it.
/// The lock lies on one byte far behind the text, because on Windows nobody may read locked bytes.
///
/// POSIX gives a lock back when its process closes *any* channel of that file. So the holder reads and writes the text
/// through the locked channel only, and a second try in the same process is refused before it opens the file.
public final class WorkspaceLock implements AutoCloseable {
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;
    private static final int LONGEST_TEXT = 1 << 14;
    /// The lock files of this process, for the second try in the same process.
    private static final Map<Path, LockHolder> OURS = new ConcurrentHashMap<>();

    private final Path root;
    private final Path file;
    private final FileChannel channel;
    private final Optional<LockHolder> deadHolder;

    private WorkspaceLock(Path root, Path file, FileChannel channel, Optional<LockHolder> deadHolder) {
        this.root = root;
        this.file = file;
        this.channel = channel;
        this.deadHolder = deadHolder;
    }

    /// @param folder an existing folder that the lock file lies in
    static WorkspaceLock take(Path root, Path folder, String command) throws IOException {
        Path file = folder.toRealPath().resolve("workspace.lock");
        LockHolder self = LockHolder.thisProcess(command);
        LockHolder ours = OURS.putIfAbsent(file, self);
        if (ours != null) {
            throw new WorkspaceInUseException(root, Optional.of(ours));
        }
        try {
            return takeFromOthers(root, file, self);
        } catch (IOException | RuntimeException e) {
            OURS.remove(file);
            throw e;
        }
    }

    private static WorkspaceLock takeFromOthers(Path root, Path file, LockHolder self) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        try {
            boolean free = channel.tryLock(LOCKED_BYTE, 1, false) != null;
            Optional<LockHolder> named = LockHolder.parse(text(channel));
            if (!free) {
                throw new WorkspaceInUseException(root, named);
            }
            channel.truncate(0);
            channel.write(self.bytes(), 0);
            return new WorkspaceLock(root, file, channel, named);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static byte[] text(FileChannel channel) throws IOException {
        var buffer = ByteBuffer.allocate((int) Math.min(channel.size(), LONGEST_TEXT));
        channel.read(buffer, 0);
        return Arrays.copyOf(buffer.array(), buffer.position());
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
            } finally {
                OURS.remove(file);
            }
        }
    }
}
