package io.tidemark.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.market.DailyBar;
import io.tidemark.market.Universe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The process dies while a pair of files is being replaced.
class BarStoreCrashTest {
    private static final List<DailyBar> OLD = Bars.ascending(5, 100);
    private static final List<DailyBar> NEW = Bars.ascending(8, 200);

    @TempDir
    private Path folder;

    /// Stands for the death of the process: nothing in between may catch it and tidy up.
    private static final class Death extends Error {
        private static final long serialVersionUID = 1L;
    }

    /// A store whose process dies before the change of that number, counted from 1.
    private BarStore dyingBefore(int change) {
        var seen = new ArrayList<String>();
        return new BarStore(folder, next -> {
            seen.add(next);
            if (seen.size() == change) {
                throw new Death();
            }
        });
    }

    private void save(BarStore store, List<DailyBar> bars) throws IOException {
        assertThat(store.save(Universe.SPY, bars, Bars.FROM_TWS)).isInstanceOf(SavedBars.Stored.class);
    }

    @Test
    void replacingTakesFourChanges() throws IOException {
        var changes = new ArrayList<String>();

        save(new BarStore(folder, changes::add), OLD);

        assertThat(changes).containsExactly("write SPY_daily_10y.csv.next", "write SPY_daily_10y.json.next",
                "move SPY_daily_10y.csv.next", "move SPY_daily_10y.json.next");
    }

    @ParameterizedTest(name = "before change {0}")
    @ValueSource(ints = {1, 2, 3, 4})
    void deathLeavesTheOldBarsOrTheNewOnesEvenBeforeRecovery(int change) throws IOException {
        save(new BarStore(folder), OLD);
        assertThatThrownBy(() -> save(dyingBefore(change), NEW)).isInstanceOf(Death.class);

        var next = new BarStore(folder);
        assertThat(next.has(Universe.SPY)).isTrue();
        assertThat(next.loadExact(Universe.SPY)).isEqualTo(change < 4 ? OLD : NEW);

        assertThat(next.recover())
                .isEqualTo(change == 1 ? List.of() : List.of(folder.resolve("SPY_daily_10y.csv")));
        assertThat(next.loadExact(Universe.SPY)).isEqualTo(change < 3 ? OLD : NEW);
        assertOnlyAConsistentPair(change < 3 ? 5 : 8);
    }

    @ParameterizedTest(name = "before change {0}")
    @ValueSource(ints = {1, 2, 3, 4})
    void deathDuringTheFirstSaveLeavesNothingOrTheBars(int change) throws IOException {
        assertThatThrownBy(() -> save(dyingBefore(change), NEW)).isInstanceOf(Death.class);

        var next = new BarStore(folder);
        next.recover();
        assertThat(next.has(Universe.SPY)).isEqualTo(change >= 3);
        if (change >= 3) {
            assertThat(next.loadExact(Universe.SPY)).isEqualTo(NEW);
            assertOnlyAConsistentPair(8);
        }
    }

    @ParameterizedTest(name = "before change {0}, then before change {1}")
    @org.junit.jupiter.params.provider.CsvSource({"3, 1", "3, 2", "4, 1", "2, 1", "2, 3", "4, 3"})
    void deathDuringTheNextSaveIsRecoveredToo(int first, int second) throws IOException {
        save(new BarStore(folder), OLD);
        assertThatThrownBy(() -> save(dyingBefore(first), NEW)).isInstanceOf(Death.class);
        assertThatThrownBy(() -> save(dyingBefore(second), Bars.ascending(3, 300))).isInstanceOf(Death.class);

        var next = new BarStore(folder);
        next.recover();
        assertThat(next.loadExact(Universe.SPY)).isIn(OLD, NEW, Bars.ascending(3, 300));
        save(next, OLD);
        assertThat(next.loadExact(Universe.SPY)).isEqualTo(OLD);
        assertOnlyAConsistentPair(5);
    }

    @Test
    void savingAgainWithoutRecoveryIsEnough() throws IOException {
        save(new BarStore(folder), OLD);
        assertThatThrownBy(() -> save(dyingBefore(4), NEW)).isInstanceOf(Death.class);

        save(new BarStore(folder), OLD);

        assertOnlyAConsistentPair(5);
    }

    @Test
    void unreadableNextManifestIsTakenBack() throws IOException {
        save(new BarStore(folder), OLD);
        Files.writeString(folder.resolve("SPY_daily_10y.json.next"), "{");
        Files.writeString(folder.resolve("SPY_daily_10y.csv.next"), "date");

        new BarStore(folder).recover();

        assertThat(new BarStore(folder).loadExact(Universe.SPY)).isEqualTo(OLD);
        assertOnlyAConsistentPair(5);
    }

    @Test
    void nextBarsThatAreNotThoseOfTheirManifestAreTakenBack() throws IOException {
        save(new BarStore(folder), OLD);
        assertThatThrownBy(() -> save(dyingBefore(3), NEW)).isInstanceOf(Death.class);
        Files.writeString(folder.resolve("SPY_daily_10y.csv.next"), "date,open,high,low,close,volume\n");

        new BarStore(folder).recover();

        assertThat(new BarStore(folder).loadExact(Universe.SPY)).isEqualTo(OLD);
        assertOnlyAConsistentPair(5);
    }

    @Test
    void failingDiskLeavesTheOldPair() throws IOException {
        save(new BarStore(folder), OLD);
        Files.createDirectory(folder.resolve("SPY_daily_10y.csv.next.part"));

        assertThatThrownBy(() -> save(new BarStore(folder), NEW)).isInstanceOf(IOException.class);

        assertThat(new BarStore(folder).loadExact(Universe.SPY)).isEqualTo(OLD);
    }

    @Test
    void recoveryOfAFolderThatIsNotThereDoesNothing() throws IOException {
        assertThat(new BarStore(folder.resolve("nowhere")).recover()).isEmpty();
    }

    private void assertOnlyAConsistentPair(int rows) throws IOException {
        var manifest = new BarStore(folder).manifest(Universe.SPY).orElseThrow();
        assertThat(manifest.rows()).isEqualTo(rows);
        assertThat(new BarStore(folder).loadExact(Universe.SPY)).hasSize(rows);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder("SPY_daily_10y.csv",
                    "SPY_daily_10y.json");
        }
    }
}
