package io.tidemark.pipeline;

import io.tidemark.market.Symbol;
import io.tidemark.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The symbols that a workspace has bars of, or had: one whose bars are gone while their manifest remains is missed.
public final class StoredSymbols {
    private static final Pattern BARS = Pattern.compile("([A-Z0-9.]{1,12})_daily_10y\\.(?:csv|json)");

    private StoredSymbols() {
    }

    /// The symbols in order of name; empty when nothing is stored.
    ///
    /// @throws IOException when the folder cannot be listed
    public static List<Symbol> in(Workspace workspace) throws IOException {
        Path folder = workspace.historical();
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> BARS.matcher(String.valueOf(file.getFileName()))).filter(Matcher::matches)
                    .map(match -> Symbol.of(match.group(1))).distinct().sorted().toList();
        }
    }
}
