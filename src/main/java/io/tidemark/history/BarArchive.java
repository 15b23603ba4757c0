package io.tidemark.history;

import io.tidemark.storage.Journal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/// The files of a symbol's former pasts: `archive/0001/SPY_daily_10y.csv` with its manifest, and so on.
///
/// Each number is a folder that a [BarStore] can be opened on.
final class BarArchive {
    private final Path folder;

    private BarArchive(Path folder) {
        this.folder = folder;
    }

    static BarArchive in(Path historicalFolder) {
        return new BarArchive(historicalFolder.resolve("archive"));
    }

    /// The first number from `generation` on under which nothing of the symbol is kept.
    int freeNumber(BarPair pair, int generation) {
        int number = generation;
        while (Files.exists(numbered(number).resolve(pair.csv().getFileName()))) {
            number++;
        }
        return number;
    }

    /// The newest former past of the symbol whose files are whole; empty when there is none.
    ///
    /// @throws IOException when the folder cannot be listed
    Optional<BarPair> newestWhole(String symbol) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> numbers = Files.list(folder)) {
            return numbers.sorted(Comparator.reverseOrder()).map(number -> new BarPair(number, symbol))
                    .filter(BarArchive::isWhole).findFirst();
        }
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
        for (Path file : pair.files()) {
            if (Files.exists(file)) {
                change.copy(file, numbered(number).resolve(file.getFileName()));
            }
        }
    }

    private Path numbered(int number) {
        return folder.resolve("%04d".formatted(number));
    }
}
