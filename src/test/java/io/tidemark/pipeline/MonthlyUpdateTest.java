package io.tidemark.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.history.BarStore;
import io.tidemark.market.Symbol;
import io.tidemark.storage.Deaths;
import io.tidemark.storage.Sha256;
import io.tidemark.touch.PotDataset;
import io.tidemark.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MonthlyUpdateTest {
    private static final LocalDate JUNE = LocalDate.of(2024, 6, 28);
    private static final LocalDate JULY = LocalDate.of(2024, 7, 31);
    private static final LocalDate AUGUST = LocalDate.of(2024, 8, 30);
    private static final Symbol NVDA = Symbol.of("NVDA");

    @TempDir
    private static Path template;
    @TempDir
    private Path folder;
    private Workspace workspace;

    @BeforeAll
    static void setUpInJune() throws Exception {
        setUp(Workspace.at(template.resolve("june")), JUNE);
    }

    private static void setUp(Workspace workspace, LocalDate today) throws Exception {
        try (var market = DemoMarket.on(today); var feed = market.feed(); var lock = workspace.lock("set-up")) {
            workspace.recover(lock);
            new Setup(workspace, feed, market.clock()).run(Growth.SETTINGS,
                    WorkspaceLabelling.of(workspace).labelling(0), false, RunContext.unwatched());
        }
    }

    @BeforeEach
    void copyJune() throws IOException {
        workspace = Workspace.at(folder.resolve("w"));
        copy(template.resolve("june"), workspace.root());
    }

    static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    private UpdateReport update(LocalDate today, String... faults) throws Exception {
        return update(UpdateWish.usual(), today, faults);
    }

    private UpdateReport update(UpdateWish wish, LocalDate today, String... faults) throws Exception {
        try (var market = DemoMarket.on(today, faults); var feed = market.feed()) {
            return new MonthlyUpdate(workspace, feed, market.clock()).run(wish, RunContext.unwatched());
        }
    }

    /// An update without training.
    private MonthlyUpdate.Sets prolong(LocalDate today, String... faults) throws Exception {
        return prolong(UpdateWish.usual(), today, faults);
    }

    private MonthlyUpdate.Sets prolong(UpdateWish wish, LocalDate today, String... faults) throws Exception {
        try (var market = DemoMarket.on(today, faults); var feed = market.feed()) {
            return new MonthlyUpdate(workspace, feed, market.clock()).prolong(wish, RunContext.unwatched()).sets()
                    .orElseThrow();
        }
    }

    /// Fingerprints of everything below data and models but the lock.
    private Map<String, String> files() throws IOException {
        var found = new TreeMap<String, String>();
        try (var files = Files.walk(workspace.root())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.endsWith("workspace.lock")) {
                    found.put(workspace.root().relativize(file).toString(), Sha256.of(file));
                }
            }
        }
        return found;
    }

    @Test
    void aMonthAddsBarsDaysOptionsAndRuns() throws Exception {
        Growth before = Growth.of(workspace);

        UpdateReport report = update(JULY);

        Growth.of(workspace).assertGrownFrom(before);
        Growth.assertIsRebuild(workspace, folder.resolve("again"));
        assertThat(report.sentence()).matches("Updated: 22 more days and [1-9]\\d* more options to learn from\\.");
        assertThat(report.made().orElseThrow().regime().run().number()).isEqualTo(2);
        assertThat(report.made().orElseThrow().pot().run().number()).isEqualTo(2);
        assertThat(report.download().symbols()).allSatisfy(outcome -> assertThat(
                ((SymbolOutcome.Stored) outcome).change().phrases()).containsExactly("22 new bars"));
    }

    @Test
    void nothingNewChangesNothingAndWhatWasLeftUndoneIsDone() throws Exception {
        update(JULY);
        Map<String, String> before = files();

        UpdateReport report = update(JULY);

        assertThat(report.changed()).isFalse();
        assertThat(report.sentence()).startsWith("Nothing new");
        assertThat(files()).isEqualTo(before);

        int newest = 2;
        Files.delete(workspace.runs().resolve("regime_classifier/000" + newest + "/promotion.json"));
        assertThat(update(JULY).made().orElseThrow().regime().run().number())
                .as("a run that was not judged any more").isEqualTo(newest + 1);
    }

    @Test
    void aMissedMonthIsCaughtUpToTheSameFiles() throws Exception {
        prolong(AUGUST);
        Map<String, String> atOnce = files();
        copyBack();

        prolong(JULY);
        prolong(AUGUST);

        assertThat(files()).containsAllEntriesOf(only(atOnce, "data/historical/((regime|pot)_.*|.*_daily_10y.csv)"));
    }

    private void copyBack() throws IOException {
        workspace = Workspace.at(folder.resolve("w2"));
        copy(template.resolve("june"), workspace.root());
    }

    private static Map<String, String> only(Map<String, String> files, String pattern) {
        var some = new TreeMap<>(files);
        some.keySet().removeIf(name -> !name.matches(pattern));
        assertThat(some).isNotEmpty();
        return some;
    }

    @ParameterizedTest
    @CsvSource({"split:10:2024-07-15@NVDA, 10:1", "split:10:2024-06-12@NVDA, 10:1", "split:1/4:2024-07-15@NVDA, 1:4"})
    void aSplitMakesANewGenerationAndLosesNothing(String fault, String ratio) throws Exception {
        Growth before = Growth.of(workspace);
        Path bars = new BarStore(workspace.historical()).file(NVDA);
        String old = Files.readString(bars);

        prolong(JULY, fault);

        Growth july = Growth.of(workspace).assertNothingLostSince(before);
        Growth.assertIsRebuild(workspace, folder.resolve("again"));
        var manifest = new BarStore(workspace.historical()).manifest(NVDA).orElseThrow();
        assertThat(manifest.split().orElseThrow()).hasToString(ratio);
        assertThat(workspace.historical().resolve("archive/0001").resolve(bars.getFileName())).hasContent(old);
        prolong(AUGUST, fault);
        Growth.of(workspace).assertGrownFrom(july);
    }

    @Test
    void growthChangesHowManyOptionsANewMonthBrings() throws Exception {
        Growth before = Growth.of(workspace);
        int asBefore = prolong(AUGUST).options().manifest().rows() - before.samples();
        copyBack();

        var wish = new UpdateWish(4, Set.of(), PromotionPolicy.NEVER, UnaryOperator.identity());
        MonthlyUpdate.Sets more = prolong(wish, AUGUST);

        Growth.of(workspace).assertGrownFrom(before);
        int faster = more.options().manifest().rows() - before.samples();
        assertThat(faster).isGreaterThan(asBefore);
        assertThat(PotDataset.samplingOf(workspace.historical()).orElseThrow().growth()).singleElement()
                .satisfies(step -> assertThat(step.since()).isEqualTo(JUNE.plusDays(1)));
        Growth.assertIsRebuild(workspace, folder.resolve("again"));
    }

    @Test
    void aYearOfMonthsOnlyGrowsAndEachStateIsARebuild() throws Exception {
        Growth before = Growth.of(workspace);
        int month = 0;
        for (LocalDate end : Growth.monthEnds(JUNE, 12)) {
            prolong(end, "split:10:2024-09-10@NVDA", "split:3:2025-01-20@SPY");

            boolean split = end.equals(LocalDate.of(2024, 9, 30)) || end.equals(LocalDate.of(2025, 1, 31));
            Growth now = Growth.of(workspace);
            before = split ? now.assertNothingLostSince(before) : now.assertGrownFrom(before);
            Growth.assertIsRebuild(workspace, folder.resolve("again-" + ++month));
        }
    }

    @Test
    void oneSymbolThatFailsKeepsTheOthersBarsAndMakesNothingOfThem() throws Exception {
        Map<String, String> before = files();

        assertThatThrownBy(() -> update(JULY, "error-162:permissions@NVDA")).isInstanceOf(StageFailure.class)
                .hasMessageContaining("NVDA").hasMessageContaining("The other 2 are stored");

        assertThat(only(files(), ".*/(regime|pot)_.*|models/.*|.*NVDA_daily.*"))
                .isEqualTo(only(before, ".*/(regime|pot)_.*|models/.*|.*NVDA_daily.*"));
        Growth older = Growth.of(workspace);
        prolong(JULY);
        assertThat(Growth.of(workspace).samples()).isGreaterThan(older.samples());
        Growth.assertIsRebuild(workspace, folder.resolve("again"));
    }

    @Test
    void aFullDiskLeavesTheStoredFilesAndSaysSo() throws Exception {
        Map<String, String> before = files();

        assertThatThrownBy(() -> Deaths.full(3, () -> prolong(JULY))).isInstanceOf(StageFailure.class)
                .hasMessageContaining("the disk is full").hasMessageContaining("stays as it is");

        assertThat(files()).containsAllEntriesOf(before);
        prolong(JULY);
    }

    @Test
    void anEmptyWorkspaceIsSaidToBeEmpty() {
        workspace = Workspace.at(folder.resolve("empty"));

        assertThatThrownBy(() -> update(JULY)).isInstanceOf(StageFailure.class)
                .hasMessageContaining("nothing to update").hasMessageContaining("tidemark setup");
    }
}
