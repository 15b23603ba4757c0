package io.tidemark.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.dataset.DatasetFiles;
import io.tidemark.history.BarStore;
import io.tidemark.market.DailyBar;
import io.tidemark.market.Symbol;
import io.tidemark.storage.Deaths;
import io.tidemark.storage.Sha256;
import io.tidemark.touch.PotDataset;
import io.tidemark.wiring.Application;
import io.tidemark.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The process dies before each single change on the disk that a set-up, an update or a split makes of the data.
class InterruptedGrowthTest {
    private static final LocalDate JUNE = LocalDate.of(2024, 6, 28);
    private static final LocalDate JULY = LocalDate.of(2024, 7, 31);

    @TempDir
    private Path folder;

    private static void setUp(Path root) throws Exception {
        var feed = new SyntheticFeed(JUNE);
        try (var held = Application.open(root, "set-up", feed.clock())) {
            new Download(held.workspace(), feed, feed.clock()).run(Growth.SETTINGS.symbols(), 3, false,
                    RunContext.unwatched()).orFail();
            new PrepareRegime(held.workspace()).run(WorkspaceLabelling.of(held.workspace()).labelling(0),
                    RunContext.unwatched());
            new PreparePot(held.workspace()).run(Growth.SETTINGS, RunContext.unwatched());
        }
    }

    private static void update(Path root) throws Exception {
        var feed = new SyntheticFeed(JULY);
        try (var held = Application.open(root, "update", feed.clock())) {
            new MonthlyUpdate(held.workspace(), feed, feed.clock()).prolong(UpdateWish.usual(), RunContext.unwatched());
        }
    }

    @Test
    void aSetUpThatDiesAnywhereLeavesWholeFilesAndTheNextOneCompletes() throws Exception {
        diesEverywhere(Path.of("none"), InterruptedGrowthTest::setUp);
    }

    @Test
    void anUpdateThatDiesAnywhereLosesNoRowAndTheNextOneCompletes() throws Exception {
        Path june = folder.resolve("june");
        setUp(june);
        diesEverywhere(june, InterruptedGrowthTest::update);
    }

    @FunctionalInterface
    private interface Run {
        void in(Path root) throws Exception;
    }

    private void diesEverywhere(Path before, Run run) throws Exception {
        Path whole = begun("whole", before);
        int changes = Deaths.changesOf(() -> run.in(whole)).size();
        Map<String, String> expected = files(whole);
        assertThat(changes).isGreaterThan(50);
        for (int death = 1; death <= changes; death++) {
            int change = death;
            Path root = begun("death-" + death, before);

            assertThat(Deaths.before(change, () -> run.in(root))).as("death %d", death).isTrue();
            Application.open(root, "looking", new SyntheticFeed(JULY).clock()).close();
            assertWhole(root, before);

            run.in(root);
            assertThat(files(root)).as("after death %d of %d", death, changes).isEqualTo(expected);
        }
    }

    private Path begun(String name, Path before) throws IOException {
        Path root = folder.resolve(name);
        if (Files.exists(before)) {
            MonthlyUpdateTest.copy(before, root);
        }
        return root;
    }

    /// Every file can be read, and every bar and row from before is there.
    private static void assertWhole(Path root, Path before) throws IOException {
        Path historical = Workspace.at(root).historical();
        var store = new BarStore(historical);
        for (Symbol symbol : StoredSymbols.in(Workspace.at(root))) {
            var bars = store.loadExact(symbol);
            if (Files.exists(before)) {
                assertThat(bars).startsWith(new BarStore(Workspace.at(before).historical()).loadExact(symbol)
                        .toArray(DailyBar[]::new));
            }
        }
        if (Files.exists(before) || Files.exists(DatasetFiles.regime(historical).data())) {
            assertThat(DatasetFiles.regime(historical).load().set().rows()).isPositive();
        }
        if (Files.exists(before) || Files.exists(DatasetFiles.pot(historical).data())) {
            assertThat(PotDataset.read(historical).set().rows()).isPositive();
        }
        try (var parts = Files.walk(root)) {
            assertThat(parts.filter(file -> file.toString().endsWith(".part"))).isEmpty();
        }
    }

    private static Map<String, String> files(Path root) throws IOException {
        var found = new TreeMap<String, String>();
        try (var files = Files.walk(root.resolve("data"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                found.put(root.relativize(file).toString(), Sha256.of(file));
            }
        }
        return found;
    }
}
