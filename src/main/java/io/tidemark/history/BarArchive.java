package io.tidemark.history;

import io.tidemark.storage.Journal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

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
