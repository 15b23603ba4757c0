package io.tidemark.storage;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Replaces several files together, whenever the process dies.
///
/// No system moves two files at once. So all new files are first written whole into an entry of the journal, then a
/// record that names them, with their fingerprints, is moved into that entry: from this moment the new files count.
/// Then they are moved into place one by one. Whoever comes next completes what was recorded and drops what was not:
/// ```
/// journal/000001/begun.txt      what the change is, in words
/// journal/000001/0000, 0001     the new files
/// journal/000001/commit.json    the record; targets are relative to the journal, so a moved workspace recovers too
/// ```
/// The journal's folder is gone while nothing is under way. One process at a time may change; any number may read,
/// through [Journal#read], and see the files before or after a change and never between.
public final class Journal {
    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
    private static final int TRIES = 20;

    private final Path folder;

    private Journal(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /// The journal in a folder of its own, which need not exist yet.
    public static Journal in(Path folder) {
        return new Journal(folder);
    }

    /// The journal of the files in `folder`: its subfolder `journal`.
    public static Journal within(Path folder) {
        return in(folder.resolve("journal"));
    }

    /// Starts a change, after completing one that was cut short when its files counted already.
    ///
    /// @param what what is done, such as `replace the bars of SPY`
    /// @throws IOException when the folder cannot be written
    public Change begin(String what) throws IOException {
        try {
            int next = 1;
            for (JournalEntry entry : JournalEntry.in(folder)) {
                if (entry.isCommitted()) {
                    LOG.warn("{}", settle(entry));
                }
                next = entry.number() + 1;
            }
            Disk.before("begin", folder.resolve(JournalEntry.name(next)));
            var entry = JournalEntry.make(folder, next, what);
            return new Change(what, entry);
        } catch (IOException e) {
            throw refused(what, e);
        }
    }

    /// Completes what had been committed and drops what had not. Call it under the workspace's lock.
    ///
    /// @return what was found, in the order it was begun; empty after an orderly end
    /// @throws IOException when the disk does not allow it; nothing is lost then, and the next call tries again
    public List<Recovered> recover() throws IOException {
        List<Recovered> found = new ArrayList<>();
        for (JournalEntry entry : JournalEntry.in(folder)) {
            if (entry.wasBegun()) {
                found.add(settle(entry));
            } else {
                entry.remove();
            }
        }
        JournalEntry.removeEmpty(folder);
        return found;
    }

    private static Recovered settle(JournalEntry entry) throws IOException {
        String purpose = entry.purpose();
        if (!entry.isCommitted()) {
            var dropped = new Recovered(purpose, Recovered.Outcome.DROPPED, List.of(), "");
            entry.remove();
            return dropped;
        }
        JournalEntry.Commit commit;
        try {
            commit = entry.readCommit();
            entry.requireWhole(commit);
        } catch (JournalDamage e) {
            Path aside = entry.setAside();
            return new Recovered(purpose, Recovered.Outcome.DAMAGED, List.of(aside), e.getMessage());
        }
        entry.moveIntoPlace(commit);
        entry.remove();
        return new Recovered(commit.what(), Recovered.Outcome.COMPLETED, entry.targets(commit), "");
    }

    /// Reads several files of one state.
    ///
    /// @param <T> what comes of it
    @FunctionalInterface
    public interface Reading<T> {
        /// Reads.
        ///
        /// @param view where each file lies now
        T from(View view) throws IOException;
    }

    /// Where files lie: in place, or still in an entry of the journal while a change is being moved into place.
    @FunctionalInterface
    public interface View {
        /// Where the bytes lie that count for `file`.
        Path of(Path file);
    }

    /// Runs a reading, and again when a change went on meanwhile. Needs no lock.
    ///
    /// @param reading checks by fingerprints that its files belong together, and throws `IOException` when not
    /// @throws IOException of the last reading
    public <T> T read(Reading<T> reading) throws IOException {
        for (int tries = 1; true; tries++) {
            Map<Path, Path> before = staged();
            try {
                T result = reading.from(file -> before.getOrDefault(file.toAbsolutePath().normalize(), file));
                if (before.equals(staged()) || tries == TRIES) {
                    return result;
                }
            } catch (IOException e) {
                // the first failure may be a change that came and went between two looks
                if (tries == TRIES || (tries > 2 && before.equals(staged()))) {
                    throw e;
                }
            }
        }
    }

    /// The committed files that are not in place yet, by target.
    private Map<Path, Path> staged() throws IOException {
        var staged = new HashMap<Path, Path>();
        for (JournalEntry entry : JournalEntry.in(folder)) {
            staged.putAll(entry.committedNotMoved());
        }
        return staged;
    }

    private static IOException refused(String what, IOException e) {
        return new IOException("Could not " + what + ": " + Disk.reason(e) + ". What was stored stays as it is.", e);
    }

    /// Several files that are to be replaced together. Not thread-safe.
    public final class Change implements AutoCloseable {
        private final String what;
        private final JournalEntry entry;
        private final List<JournalEntry.Item> items = new ArrayList<>();
        private final Set<Path> targets = new HashSet<>();
        private boolean open = true;

        private Change(String what, JournalEntry entry) {
            this.what = what;
            this.entry = entry;
        }

        /// Writes the new content of `target` aside and forces it to the disk.
        ///
        /// @throws IOException when that fails; what is stored stays as it is
        public void put(Path target, AtomicFile.WriteAction action) throws IOException {
            Path absolute = target.toAbsolutePath().normalize();
            if (!open || !targets.add(absolute)) {
                throw new IllegalStateException(open ? target + " is put twice" : "the change has ended: " + what);
            }
            String name = "%04d".formatted(items.size());
            try {
                Disk.before("write", target);
                items.add(new JournalEntry.Item(entry.relative(absolute), name, fill(entry.staged(name), action)));
            } catch (IOException e) {
                throw refused(what, e);
            }
        }

        /// Writes `text` aside in UTF-8 as the new content of `target`.
        ///
        /// @throws IOException as [Change#put]
        public void putText(Path target, String text) throws IOException {
            put(target, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
        }

        /// Copies `from` aside as the new content of `target`.
        ///
        /// @throws IOException as [Change#put]
        public void copy(Path from, Path target) throws IOException {
            put(target, out -> Files.copy(from, out));
        }

        /// The SHA-256 of what was put last.
        public String fingerprint() {
            return items.getLast().sha256();
        }

        /// Puts all files in place.
        ///
        /// @throws IOException when that fails: the message says whether what was stored stays, or the new files count
        ///         already and the next start puts the rest in place
        public void commit() throws IOException {
            if (!open) {
                throw new IllegalStateException("the change has ended: " + what);
            }
            var commit = JournalEntry.Commit.of(what, items);
            try {
                entry.checkTargets(commit);
                entry.writeCommit(commit);
            } catch (IOException e) {
                throw refused(what, e);
            }
            open = false;
            move(commit);
        }

        private void move(JournalEntry.Commit commit) throws IOException {
            try {
                entry.moveIntoPlace(commit);
                entry.remove();
            } catch (IOException e) {
                if (entry.committedNotMoved().size() == items.size()) {
                    entry.withdraw();
                    throw refused(what, e);
                }
                throw new IOException("Could not finish to " + what + ": " + Disk.reason(e) + ". The new files are safe"
                        + " in " + folder + ", and the next start puts the rest of them in place.", e);
            }
            JournalEntry.removeEmpty(folder);
        }

        /// Drops the files that were put when they were not committed.
        @Override
        public void close() throws IOException {
            if (open) {
                open = false;
                entry.remove();
                JournalEntry.removeEmpty(folder);
            }
        }

        private static String fill(Path file, AtomicFile.WriteAction action) throws IOException {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.WRITE)) {
                var hashed = new DigestOutputStream(Channels.newOutputStream(channel), Sha256.digest());
                var out = new BufferedOutputStream(hashed, 1 << 16);
                action.to(out);
                out.flush();
                channel.force(true);
                return Sha256.text(hashed.getMessageDigest());
            }
        }
    }
}
