package io.tidemark.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.market.DailyBar;
import io.tidemark.market.Universe;
import io.tidemark.storage.Deaths;
import io.tidemark.storage.Journal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The process dies while a pair of files is being replaced.
class BarStoreCrashTest {
    private static final List<DailyBar> OLD = Bars.ascending(5, 100);
    private static final List<DailyBar> NEW = Bars.ascending(8, 200);

    @TempDir
    private Path folder;

    private void save(List<DailyBar> bars) throws IOException {
        assertThat(new BarStore(folder).save(Universe.SPY, bars, Bars.FROM_TWS)).isInstanceOf(SavedBars.Stored.class);
    }

    private List<DailyBar> stored() throws IOException {
        return new BarStore(folder).loadExact(Universe.SPY);
    }

    @Test
    void deathAtAnyMomentLeavesTheOldBarsOrTheNewOnesEvenBeforeRecovery() throws Exception {
        save(OLD);
        int changes = Deaths.changesOf(() -> save(OLD)).size();
        for (int death = 1; death <= changes; death++) {
            save(OLD);
            assertThat(Deaths.before(death, () -> save(NEW))).isTrue();

            List<DailyBar> seen = stored();
            assertThat(seen).as("before change %d", death).isIn(OLD, NEW);
            Journal.within(folder).recover();

            assertThat(stored()).isEqualTo(seen);
            assertOnlyAConsistentPair(seen.size());
        }
    }

    @Test
    void deathDuringTheFirstSaveLeavesNothingOrTheBars() throws Exception {
        int changes = Deaths.changesOf(() -> save(NEW)).size();
        for (int death = 1; death <= changes; death++) {
            Files.delete(folder.resolve("SPY_daily_10y.csv"));
            Files.delete(folder.resolve("SPY_daily_10y.json"));
            Deaths.before(death, () -> save(NEW));

            boolean there = new BarStore(folder).has(Universe.SPY);
            Journal.within(folder).recover();

            assertThat(new BarStore(folder).has(Universe.SPY)).isEqualTo(there);
            if (!there) {
                save(NEW);
            }
            assertOnlyAConsistentPair(8);
        }
    }

    @Test
    void savingAgainWithoutRecoveryIsEnough() throws Exception {
        save(OLD);
        int changes = Deaths.changesOf(() -> save(OLD)).size();
        for (int death = 1; death <= changes; death++) {
            Deaths.before(death, () -> save(NEW));
            save(OLD);
            assertThat(stored()).isEqualTo(OLD);
        }
    }

    @Test
    void failingDiskLeavesTheOldPair() throws Exception {
        save(OLD);

        assertThatThrownBy(() -> Deaths.full(2, () -> save(NEW))).isInstanceOf(IOException.class)
                .hasMessageContaining("Could not replace the bars of SPY: the disk is full");

        assertThat(stored()).isEqualTo(OLD);
        assertOnlyAConsistentPair(5);
    }

    private void assertOnlyAConsistentPair(int rows) throws IOException {
        assertThat(new BarStore(folder).manifest(Universe.SPY).orElseThrow().rows()).isEqualTo(rows);
        assertThat(stored()).hasSize(rows);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder("SPY_daily_10y.csv",
                    "SPY_daily_10y.json");
        }
    }
}
