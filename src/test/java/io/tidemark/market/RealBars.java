package io.tidemark.market;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/// Finds real daily bars on this machine for the tests that can use them; they are never part of the project.
///
/// A folder `market-data` with `SPY.csv` in it, named by the environment variable `TIDEMARK_MARKET_DATA` or lying in a
/// neighbour of the project's folder or of one of the two folders above it.
public final class RealBars {
    private static final int LEVELS = 3;

    private RealBars() {
    }

    /// The folder of the real bars; the calling test is skipped, saying why, when there is none.
    public static Path folderOrSkip() {
        Optional<Path> folder = folder();
        Assumptions.assumeTrue(folder.isPresent(),
                "skipped: no folder market-data with real bars near the project (TIDEMARK_MARKET_DATA may name one)");
        return folder.orElseThrow();
    }

    private static Optional<Path> folder() {
        String named = System.getenv("TIDEMARK_MARKET_DATA");
        if (named != null) {
            return Optional.of(Path.of(named));
        }
        @Nullable
        Path above = Path.of("").toAbsolutePath().getParent();
        for (int level = 0; level < LEVELS && above != null; level++) {
            Optional<Path> found = below(above);
            if (found.isPresent()) {
                return found;
            }
            above = above.getParent();
        }
        return Optional.empty();
    }

    private static Optional<Path> below(Path parent) {
        try (Stream<Path> children = Files.list(parent)) {
            return children.map(child -> child.resolve("market-data"))
                    .filter(folder -> Files.isReadable(folder.resolve("SPY.csv"))).findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
