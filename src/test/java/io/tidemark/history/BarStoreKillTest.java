package io.tidemark.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ChildJvm;
import io.tidemark.market.DailyBar;
import io.tidemark.market.Universe;
import io.tidemark.storage.Journal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real process stores bars without a pause, while this one reads them and then kills it.
class BarStoreKillTest {
    private static final List<DailyBar> ODD = Bars.ascending(40, 100);
    private static final List<DailyBar> EVEN = Bars.ascending(60, 200);

    @TempDir
    private Path folder;

    /// Stores the odd and the even bars in turn for ever.
    static final class Saving {
        private Saving() {
        }

        static void main(String[] arguments) throws IOException {
            var store = new BarStore(Path.of(arguments[0]));
            for (int i = 1; true; i++) {
                store.save(Universe.SPY, i % 2 == 1 ? ODD : EVEN, Bars.FROM_TWS);
                System.out.println(i);
            }
        }
    }

    @Test
    void readersAlwaysSeeWholeBarsAndSoDoesWhoeverComesAfterAKill() throws IOException {
        var store = new BarStore(folder);
        for (int kills = 0; kills < 3; kills++) {
            try (ChildJvm child = ChildJvm.start(Saving.class, folder.toString())) {
                child.nextLine();
                child.nextLine();
                Set<Integer> sizesSeen = new HashSet<>();
                for (int reads = 0; reads < 2000 && (reads < 50 * (kills + 1) || sizesSeen.size() < 2); reads++) {
                    List<DailyBar> seen = store.loadExact(Universe.SPY);
                    assertThat(seen).isIn(ODD, EVEN);
                    sizesSeen.add(seen.size());
                }
                child.kill();
                assertThat(sizesSeen).as("both were seen while the other process stored them").hasSize(2);
            }
            Journal.within(folder).recover();
            assertThat(store.loadExact(Universe.SPY)).isIn(ODD, EVEN);
            assertThat(store.manifest(Universe.SPY).orElseThrow().rows())
                    .isEqualTo(store.loadExact(Universe.SPY).size());
        }
    }
}
