package io.tidemark.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The sentences with which the program refuses or fails, read from its sources.
///
/// They are the texts given to exceptions, problems and losses of the kinds that people are shown. What varies in a
/// sentence stands as `…`. Texts of programming errors and of refused arguments are not among them.
final class UserSentences {
    private static final Path SOURCES = Path.of("src/main/java/io/tidemark");
    /// What a demo gateway tells of a client, which its log keeps.
    private static final Path WIRE = SOURCES.resolve("gateway/wire");
    private static final Pattern TOLD = Pattern.compile("new (?!IllegalArgument|IllegalState|UncheckedIO|Cancellation"
            + "|UnsupportedOperation|DateTime|NullPointer|IndexOutOfBounds|NoSuchElement)"
            + "(?:\\w*Exception|StageFailure|JournalDamage|NotEnoughHistory|Loss|Refused)\\(|Problem\\s*\\.of\\(");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final int FEWEST_LETTERS = 12;

    private UserSentences() {
    }

    /// One sentence.
    ///
    /// @param file where it stands
    /// @param words with `…` for what varies
    record Told(Path file, String words) {
        @Override
        public String toString() {
            return file.getFileName() + ": " + words;
        }
    }

    /// All of them that have words of their own.
    static List<Told> all() {
        return sources().stream().flatMap(UserSentences::in).toList();
    }

    /// All texts of each file, one after the other.
    static List<String> texts() {
        return sources().stream().map(file -> literals(read(file))).toList();
    }

    private static List<Path> sources() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Told> in(Path file) {
        if (file.startsWith(WIRE)) {
            return Stream.empty();
        }
        String source = read(file);
        return TOLD.matcher(source).results().map(call -> literals(arguments(source, call)))
                .filter(words -> words.replaceAll("\\P{L}", "").length() >= FEWEST_LETTERS)
                .map(words -> new Told(file, words));
    }

    /// What stands between the parentheses of a call.
    private static String arguments(String source, MatchResult call) {
        int depth = 1;
        boolean quoted = false;
        int end = call.end();
        while (depth > 0) {
            char c = source.charAt(end);
            if (quoted && c == '\\') {
                end++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted) {
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            }
            end++;
        }
        return source.substring(call.end(), end);
    }

    private static String literals(String source) {
        return LITERAL.matcher(source.replaceAll("\"\\s*\\+\\s*\"", "")).results().map(text -> text.group(1))
                .collect(Collectors.joining("…"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
