package io.tidemark.history;

import io.tidemark.storage.Journal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The files of former pasts: `archive/0001/SPY_daily_10y.csv` with its manifest, and so on.
///
/// Each number is a folder that a [BarStore] can be opened on. Files that were damaged when another past took their
/// place lie there as `SPY_daily_10y.csv.damaged`: they are kept and never read.
public final class BarArchive {
    private static final String DAMAGED = ".damaged";
    private static final String ADVICE = "Put it back from a backup; without one, add " + DAMAGED
            + " to the names of the file and its manifest, and they are passed over";
    private static final Pattern NUMBER = Pattern.compile("\\d{4,9}");
    private static final Pattern SERIES = Pattern.compile("(.+)_daily_10y\\.(csv|json)");

    private final Path folder;

    private BarArchive(Path folder) {
        this.folder = folder;
    }

    /// The archive of a store's folder; it need not exist.
    public static BarArchive in(Path historicalFolder) {
        return new BarArchive(historicalFolder.resolve("archive"));
    }

    /// One past of one series.
    ///
    /// @param file its bars
    /// @param stem what the names of its files begin with: `SPY`, `SPY_iv`
    public record Past(Path file, String stem) {

        /// How many bars it has.
        ///
        /// @throws BarFileException when a file of it is missing or not the one that was written
        public int bars() throws IOException {
            var pair = new BarPair(Path.of(String.valueOf(file.getParent())), stem, ADVICE);
            return BarCsv.parse(file, pair.read().bytes()).size();
        }
    }

    /// All former pasts that can be read or ought to be, in order of number and name.
    ///
    /// @throws IOException when a folder cannot be listed
    public List<Past> pasts() throws IOException {
        var pasts = new ArrayList<Past>();
        for (Path numbered : numbers()) {
            try (Stream<Path> files = Files.list(numbered)) {
                files.map(file -> SERIES.matcher(String.valueOf(file.getFileName()))).filter(Matcher::matches)
                        .map(match -> match.group(1)).distinct().sorted()
                        .forEach(stem -> pasts.add(new Past(new BarPair(numbered, stem, ADVICE).csv(), stem)));
            }
        }
        return pasts;
    }

    /// The pasts before a generation of which nothing is kept.
    ///
    /// @param generation number of the one that is stored now
    /// @return where their bars ought to lie
    public List<Path> missing(String stem, int generation) {
        return IntStream.range(1, generation).mapToObj(number -> new BarPair(numbered(number), stem, ADVICE))
                .filter(pair -> !isKept(pair)).map(BarPair::csv).toList();
    }

    /// What is known about the past of a number; nothing when there is none or its manifest is damaged.
    Optional<BarManifest> manifest(String stem, int number) {
        return new BarPair(numbered(number), stem, ADVICE).manifest();
    }

    private List<Path> numbers() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> numbers = Files.list(folder)) {
            return numbers.filter(each -> NUMBER.matcher(String.valueOf(each.getFileName())).matches()).sorted()
                    .toList();
        }
    }

    /// The first number from `generation` on under which nothing of the series is kept.
    int freeNumber(String stem, int generation) {
        int number = generation;
        while (isKept(new BarPair(numbered(number), stem, ADVICE))) {
            number++;
        }
        return number;
    }

    private static boolean isKept(BarPair pair) {
        return pair.files().stream().anyMatch(file -> Files.exists(file) || Files.exists(damaged(file)));
    }

    private static Path damaged(Path file) {
        return file.resolveSibling(file.getFileName() + DAMAGED);
    }

    /// The newest former past of the series whose files are whole; empty when there is none.
    ///
    /// @throws IOException when the folder cannot be listed
    Optional<BarPair> newestWhole(String stem) throws IOException {
        return numbers().stream().sorted(Comparator.reverseOrder()).map(number -> new BarPair(number, stem, ADVICE))
                .filter(BarArchive::isWhole).findFirst();
    }

    private static boolean isWhole(BarPair pair) {
        try {
            return !BarCsv.parse(pair.csv(), pair.read().bytes()).isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    /// Puts the files as they lie there now, be they whole or damaged, into a change that replaces them.
    void keep(Journal.Change change, BarPair pair, int number) throws IOException {
        boolean whole = isWhole(pair);
        for (Path file : pair.files()) {
            if (Files.exists(file)) {
                Path kept = numbered(number).resolve(file.getFileName());
                change.copy(file, whole ? kept : damaged(kept));
            }
        }
    }

    private Path numbered(int number) {
        return folder.resolve("%04d".formatted(number));
    }
}
