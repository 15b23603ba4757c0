package io.tidemark.schedule;

import java.util.List;
import java.util.stream.Collectors;

/// How a word is written so that each scheduler reads it as one word.
final class Quoting {
    private Quoting() {
    }

    /// Words of a systemd command line: `%` and `$` mean something there, even in quotes.
    static String systemd(List<String> words) {
        return words.stream().map(Quoting::systemd).collect(Collectors.joining(" "));
    }

    /// One word of a systemd setting.
    static String systemd(String word) {
        return "\"" + word.replace("\\", "\\\\").replace("\"", "\\\"").replace("%", "%%").replace("$", "$$") + "\"";
    }

    /// Words of a line of cron: for a shell, and a bare `%` would end the line.
    static String cron(List<String> words) {
        return words.stream().map(word -> "'" + word.replace("'", "'\\''") + "'").collect(Collectors.joining(" "))
                .replace("%", "\\%");
    }

    /// Text inside an XML element.
    static String xml(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /// Words of a Windows command line, as its programs split it.
    static String windows(List<String> words) {
        return words.stream().map(word -> word.matches("[\\w.:/\\\\-]+")
                ? word
                : "\"" + word.replaceAll("(\\\\*)\"", "$1$1\\\\\"").replaceAll("(\\\\+)$", "$1$1") + "\"")
                .collect(Collectors.joining(" "));
    }
}
