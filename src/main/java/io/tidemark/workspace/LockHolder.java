package io.tidemark.workspace;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The process that has a workspace, or had it when it died.
///
/// @param pid its process id
/// @param started when the process started; the epoch when the system does not tell
/// @param command what it set out to do
public record LockHolder(long pid, Instant started, String command) {
    private static final Pattern FORM = Pattern.compile("pid (\\d{1,18})\nstarted (\\S+)\ncommand (.*)\n");
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    static LockHolder thisProcess(String command) {
        ProcessHandle self = ProcessHandle.current();
        return new LockHolder(self.pid(), self.info().startInstant().orElse(Instant.EPOCH),
                command.replace('\n', ' '));
    }

    /// What is written into the lock file, three lines.
    ByteBuffer bytes() {
        String text = "pid " + pid + "\nstarted " + started + "\ncommand " + command + "\n";
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    /// The holder named by a lock file; nothing when it is empty or damaged.
    static Optional<LockHolder> parse(byte[] bytes) {
        Matcher found = FORM.matcher(new String(bytes, StandardCharsets.UTF_8));
        try {
            return found.matches() ? Optional.of(of(found)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static LockHolder of(Matcher found) {
        return new LockHolder(Long.parseLong(found.group(1)), Instant.parse(found.group(2)), found.group(3));
    }

    /// The process in words: `process 4711 (tidemark setup, started 2026-11-22 09:30:00)`, in the computer's zone.
    public String words() {
        String since = started.equals(Instant.EPOCH)
                ? ""
                : ", started " + LOCAL.format(started.atZone(ZoneId.systemDefault()));
        return "process " + pid + " (" + command + since + ")";
    }
}
