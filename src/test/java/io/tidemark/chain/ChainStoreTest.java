package io.tidemark.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.market.Universe;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChainStoreTest {
    private static final String MORNING = "2026-11-23T15:30:10Z";

    @TempDir
    Path folder;

    private ChainStore store() {
        return new ChainStore(folder);
    }

    @Test
    void storesADatedFileWithItsManifestAndReadsItBack() throws IOException {
        ChainManifest manifest = store().store(Chains.finished(MORNING));

        assertThat(folder.resolve("chains/SPY/2026-11-23T1530Z.csv")).content().isEqualTo("""
                expiration,right,strike,bid,ask,last,implied_volatility,delta,gamma,vega,theta,underlying,delayed
                2026-12-18,C,610,4.9,5.1,5.0,0.21,0.4,0.02,0.5,-0.3,600.25,0
                2026-12-18,P,590.5,,0.05,,,,,,,,1
                """);
        assertThat(manifest.counts()).isEqualTo(new ChainCounts(2, 2, 0, 0));
        assertThat(manifest.delayed()).isEqualTo(1);
        assertThat(store().symbols()).containsExactly(Universe.SPY);
        assertThat(store().manifests(Universe.SPY)).containsExactly(manifest);
        assertThat(store().rows(manifest)).containsExactly(new ChainRow(Chains.CALL, Chains.QUOTE),
                new ChainRow(Chains.PUT, Chains.ASK_ALONE));
    }

    @Test
    void storedSnapshotIsNeverReplaced() throws IOException {
        store().store(Chains.finished(MORNING));

        assertThatThrownBy(() -> store().store(Chains.finished(MORNING)))
                .isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void snapshotsComeOldestFirst() throws IOException {
        store().store(Chains.finished("2026-11-30T15:30:00Z"));
        store().store(Chains.finished(MORNING));

        assertThat(store().manifests(Universe.SPY)).extracting(each -> each.terms().takenAt())
                .isSorted().hasSize(2);
    }

    @Test
    void changedFileIsRefused() throws IOException {
        ChainManifest manifest = store().store(Chains.finished(MORNING));
        Path file = store().file(manifest.terms());
        Files.writeString(file, Files.readString(file).replace("0.21", "0.12"));

        assertThatThrownBy(() -> store().rows(manifest)).isInstanceOf(IOException.class)
                .hasMessageContainingAll("2026-11-23T1530Z.csv", "was changed");
    }

    @Test
    void snapshotUnderWayIsKeptToTheLastFigure() throws IOException {
        var begun = BegunSnapshot.of(Chains.terms(MORNING), List.of(Chains.CALL, Chains.PUT, Chains.option("1", true)))
                .after(2, List.of(new ChainRow(Chains.PUT, Chains.ASK_ALONE)), 1);
        store().keep(begun);

        assertThat(store().begun(Universe.SPY)).hasValue(begun);
        assertThat(begun.counts()).isEqualTo(new ChainCounts(3, 1, 1, 0));
        assertThat(begun.counts().left()).isEqualTo(1);
        assertThat(store().manifests(Universe.SPY)).isEmpty();
    }

    @Test
    void storedSnapshotIsNoLongerUnderWayEvenWhenTheProcessDiedBetween() throws IOException {
        BegunSnapshot finished = Chains.finished(MORNING);
        store().store(finished);
        store().keep(finished);

        assertThat(store().begun(Universe.SPY)).isEmpty();
    }
}
