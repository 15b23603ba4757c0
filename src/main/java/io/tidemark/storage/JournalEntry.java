package io.tidemark.storage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// One change of a [Journal] on the disk: a folder with the new files and, once they count, the record that says so.
final class JournalEntry {
    private static final Pattern NAME = Pattern.compile("\\d{6,9}");
    private static final String BEGUN = "begun.txt";
    private static final String RECORD = "commit.json";

    private final Path folder;

    private JournalEntry(Path folder) {
        this.folder = folder;
    }

    /// A file that is to be replaced.
    ///
    /// @param target where it belongs, relative to the journal, with slashes
    /// @param staged its name in the entry
    /// @param sha256 fingerprint of the new content
    record Item(String target, String staged, String sha256) {}

    /// The record that makes the new files count.
    ///
    /// @param format version of this form
    /// @param what what is done
    /// @param files what is replaced
    /// @param sha256 fingerprint of this record with an empty one
    record Commit(int format, String what, List<Item> files, String sha256) {
        private static final int FORMAT = 1;

        Commit {
            files = List.copyOf(Objects.requireNonNull(files, "files"));
        }

        static Commit of(String what, List<Item> files) {
            var open = new Commit(FORMAT, what, files, "");
            return new Commit(FORMAT, what, files, open.fingerprint());
        }

        private String fingerprint() {
            return Sha256.of(Json.text(new Commit(format, what, files, "")).getBytes(
                    StandardCharsets.UTF_8));
        }

        boolean isAsWritten() {
            return format == FORMAT && fingerprint().equals(sha256);
        }
    }

    static String name(int number) {
        return "%06d".formatted(number);
    }

    /// The entries of a journal in the order they were begun.
    static List<JournalEntry> in(Path journal) throws IOException {
        try (Stream<Path> entries = Files.list(journal)) {
            return entries.filter(entry -> NAME.matcher(String.valueOf(entry.getFileName())).matches())
                    .sorted(Comparator.naturalOrder()).map(JournalEntry::new).toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    static JournalEntry make(Path journal, int number, String what) throws IOException {
        Files.createDirectories(journal);
        var entry = new JournalEntry(Files.createDirectory(journal.resolve(name(number))));
        Files.writeString(entry.folder.resolve(BEGUN), what);
        return entry;
    }

    /// Takes the journal's folder away when nothing is in it.
    static void removeEmpty(Path journal) throws IOException {
        try {
            Files.deleteIfExists(journal);
        } catch (DirectoryNotEmptyException e) {
            // another change, or a damaged one that was put aside
        }
    }

    int number() {
        return Integer.parseInt(String.valueOf(folder.getFileName()));
    }

    Path staged(String name) {
        return folder.resolve(name);
    }

    private Path journal() {
        return Objects.requireNonNull(folder.getParent());
    }

    String relative(Path target) {
        return journal().relativize(target).toString().replace('\\', '/');
    }

    private Path target(Item item) {
        return journal().resolve(item.target()).normalize();
    }

    List<Path> targets(Commit commit) {
        return commit.files().stream().map(this::target).toList();
    }

    boolean wasBegun() {
        return isCommitted() || Files.exists(folder.resolve(BEGUN));
    }

    boolean isCommitted() {
        return Files.exists(folder.resolve(RECORD));
    }

    String purpose() {
        try {
            return Files.readString(folder.resolve(BEGUN));
        } catch (IOException e) {
            return "a change of files";
        }
    }

    /// Makes the folders of the targets, and makes sure that they can be written, before anything counts.
    void checkTargets(Commit commit) throws IOException {
        Set<Path> folders = new LinkedHashSet<>();
        for (Path target : targets(commit)) {
            if (Files.isDirectory(target)) {
                throw new FileSystemException(target.toString(), null, "is a folder where a file belongs");
            }
            folders.add(Objects.requireNonNull(target.getParent()));
        }
        for (Path each : folders) {
            Files.createDirectories(each);
            Path probe = each.resolve(folder.getFileName() + ".part");
            Disk.before("probe", each);
            Files.deleteIfExists(probe);
            Files.createFile(probe);
            Files.delete(probe);
        }
    }

    /// Writes the record: from here on the new files count.
    void writeCommit(Commit commit) throws IOException {
        Disk.force(folder);
        Disk.force(journal());
        try {
            Json.write(folder.resolve(RECORD), commit);
        } catch (IOException e) {
            Files.deleteIfExists(folder.resolve(RECORD));
            throw e;
        }
    }

    /// The record as written.
    ///
    /// @throws JournalDamage when it is not the one that was written
    Commit readCommit() throws IOException {
        Path file = folder.resolve(RECORD);
        Commit commit;
        try {
            commit = Json.read(file, Commit.class);
        } catch (NoSuchFileException e) {
            throw e;
        } catch (IOException e) {
            throw new JournalDamage("Its record is damaged: " + e.getMessage() + ".");
        }
        if (!commit.isAsWritten()) {
            throw new JournalDamage("Its record " + file + " was changed after it was written.");
        }
        return commit;
    }

    /// Makes sure that each new file is there, here or in place already, to the last byte.
    void requireWhole(Commit commit) throws IOException {
        for (Item item : commit.files()) {
            Path staged = staged(item.staged());
            Path file = Files.exists(staged) ? staged : target(item);
            if (!Files.exists(file) || !Sha256.of(file).equals(item.sha256())) {
                throw new JournalDamage("The new " + target(item).getFileName() + " is not the file that was written.");
            }
        }
    }

    /// Moves what is not in place yet.
    void moveIntoPlace(Commit commit) throws IOException {
        for (Item item : commit.files()) {
            Path staged = staged(item.staged());
            if (Files.exists(staged)) {
                Disk.before("move", target(item));
                move(staged, target(item));
            }
        }
        targets(commit).stream().map(Path::getParent).distinct().forEach(Disk::force);
    }

    private static void move(Path staged, Path target) throws IOException {
        Files.createDirectories(Objects.requireNonNull(target.getParent()));
        try {
            Files.move(staged, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            // a folder of the workspace may be a disk of its own
            AtomicFile.write(target, out -> Files.copy(staged, out));
            Files.delete(staged);
        }
    }

    /// The committed files that are not in place yet, by target; nothing when the record is gone or damaged.
    Map<Path, Path> committedNotMoved() throws IOException {
        var waiting = new HashMap<Path, Path>();
        if (isCommitted()) {
            try {
                for (Item item : readCommit().files()) {
                    if (Files.exists(staged(item.staged()))) {
                        waiting.put(target(item), staged(item.staged()));
                    }
                }
            } catch (JournalDamage | NoSuchFileException e) {
                return Map.of();
            }
        }
        return waiting;
    }

    /// Makes the record void. The new files do not count then.
    void withdraw() throws IOException {
        Files.delete(folder.resolve(RECORD));
        remove();
    }

    /// Keeps a damaged entry out of the way.
    Path setAside() throws IOException {
        Path aside = journal().resolve("damaged-" + folder.getFileName());
        for (int more = 2; Files.exists(aside); more++) {
            aside = journal().resolve("damaged-" + folder.getFileName() + "-" + more);
        }
        return Files.move(folder, aside, StandardCopyOption.ATOMIC_MOVE);
    }

    /// Takes the entry away. The words go first, so that a finished change is never told as an interrupted one; the
    /// record goes before the rest, and lastingly, for it must not come back after a later change.
    void remove() throws IOException {
        Disk.before("clear", folder);
        Files.deleteIfExists(folder.resolve(BEGUN));
        if (Files.deleteIfExists(folder.resolve(RECORD))) {
            Disk.force(folder);
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
