package io.tidemark.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.dataset.Npz;
import io.tidemark.dataset.TrainingSet;
import io.tidemark.gateway.synthetic.SyntheticMarket;
import io.tidemark.history.BarStore;
import io.tidemark.history.Provenance;
import io.tidemark.history.VolumeUnit;
import io.tidemark.market.DataSource;
import io.tidemark.market.Symbol;
import io.tidemark.market.Universe;
import io.tidemark.regime.Regime;
import io.tidemark.regime.RegimeLabelling;
import io.tidemark.regime.RegimeMark;
import io.tidemark.regime.RegimeRules;
import io.tidemark.regime.RegimeThreshold;
import io.tidemark.regime.RegimeThresholds;
import io.tidemark.work.Progress;
import io.tidemark.workspace.Workspace;
import io.tidemark.workspace.WorkspaceInUseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceLabellingTest {
    private static final LocalDate DAY = LocalDate.of(2023, 6, 14);
    private static final RegimeThresholds MOVED = RegimeThreshold.EXTREME_VIX.set(RegimeThresholds.defaults(), 35);

    @TempDir
    Path folder;

    private Workspace workspace;
    private WorkspaceLabelling labelling;

    @BeforeEach
    void open() {
        workspace = Workspace.at(folder);
        labelling = WorkspaceLabelling.of(workspace);
    }

    private static RegimeMark override(Regime regime) {
        return new RegimeMark(DAY, DAY, regime, "seen by eye", Instant.parse("2025-01-02T03:04:05Z"));
    }

    @Test
    void anUntouchedWorkspaceLabelsByTheDefaults() throws StageFailure {
        assertThat(labelling.labelling(5)).isEqualTo(RegimeLabelling.of(RegimeRules.defaults(), 5));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatWasAppliedAndMarkedIsInForceForWhoeverReadsNext() throws IOException, StageFailure {
        labelling.apply(MOVED);
        labelling.add(override(Regime.BEAR_TRENDING));
        RegimeLabelling read = WorkspaceLabelling.of(Workspace.at(folder)).labelling(0);
        assertThat(read.rules().thresholds()).isEqualTo(MOVED);
        assertThat(read.overrides()).containsOnlyKeys(DAY).containsValue(Regime.BEAR_TRENDING);
        assertThat(labelling.remove(override(Regime.BEAR_TRENDING)).inOrder()).isEmpty();
        assertThat(labelling.labelling(0).overrides()).isEmpty();
    }

    @Test
    void nothingIsChangedWhileAnotherUsesTheWorkspace() throws IOException {
        try (var lock = workspace.lock("tidemark setup")) {
            assertThat(workspace.recover(lock)).isEmpty();
            assertThatThrownBy(() -> labelling.apply(MOVED)).isInstanceOf(WorkspaceInUseException.class);
            assertThatThrownBy(() -> labelling.add(override(Regime.BEAR_TRENDING)))
                    .isInstanceOf(WorkspaceInUseException.class);
        }
        assertThat(labelling.thresholds()).isEqualTo(RegimeThresholds.defaults());
        assertThat(labelling.marksFile()).doesNotExist();
    }

    @Test
    void rulesThatMakeNoSenseAreRefusedWithTheirFile() throws IOException {
        labelling.apply(MOVED);
        String text = Files.readString(labelling.rulesFile());
        Files.writeString(labelling.rulesFile(), text.replace("35.0", "-1"));
        assertThatThrownBy(labelling::thresholds).isInstanceOf(IOException.class)
                .hasMessageContaining("regime_rules.json").hasMessageContaining("extremeVix");
        Files.writeString(labelling.rulesFile(), "{}");
        assertThatThrownBy(labelling::thresholds).isInstanceOf(IOException.class)
                .hasMessageContaining("regime_rules.json");
    }

    @Test
    void marksThatCannotBeReadStopTheLabellingAndSayWhere() throws IOException {
        labelling.add(override(Regime.BEAR_TRENDING));
        Files.writeString(labelling.marksFile(), Files.readString(labelling.marksFile()).replace("BEAR", "BEER"));
        assertThatThrownBy(() -> labelling.labelling(0)).isInstanceOf(StageFailure.class)
                .hasMessageContaining("regime_label_overrides.csv, line 2").hasMessageContaining("BEER_TRENDING");
    }

    @Test
    void anOverriddenDayIsInTheTrainingSetAsOverridden() throws IOException, StageFailure {
        storeBars();
        int before = labelOn(prepare());
        Regime other = Regime.of((before + 2) % Regime.count());
        RegimeMark mark = override(other);
        labelling.add(mark);
        assertThat(labelOn(prepare())).isEqualTo(other.id());
        RegimeAudit audit = RegimeAudit.read(workspace, Progress.none());
        assertThat(audit.card(audit.sessions().indexOf(DAY), audit.applied()).label()).isEqualTo(other);
        labelling.remove(mark);
        assertThat(labelOn(prepare())).isEqualTo(before);
    }

    private TrainingSet prepare() throws IOException, StageFailure {
        new PrepareRegime(workspace).run(labelling.labelling(0), RunContext.unwatched());
        return Npz.readTrainingSet(workspace.historical().resolve("regime_training_data.npz"));
    }

    private static int labelOn(TrainingSet set) {
        int row = Arrays.binarySearch(set.dates(), 20230614);
        assertThat(row).isNotNegative();
        return set.labels()[row];
    }

    private void storeBars() throws IOException {
        var store = new BarStore(workspace.historical());
        SyntheticMarket market = SyntheticMarket.of(7);
        for (Symbol symbol : List.of(Universe.SPY, Universe.VIX)) {
            store.save(symbol, market.bars(symbol, LocalDate.of(2020, 1, 2), LocalDate.of(2024, 12, 31)),
                    new Provenance(new DataSource(DataSource.Kind.DEMO, "7"), "TRADES", true, VolumeUnit.SHARES,
                            Instant.parse("2025-01-02T12:00:00Z")));
        }
    }
}
