package io.tidemark.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.model.ModelKind;
import io.tidemark.model.ModelRegistry;
import io.tidemark.pipeline.WorkspaceOverview.Model;
import io.tidemark.work.Progress;
import io.tidemark.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceOverviewTest {
    private static final Clock NINTH = Clock.fixed(Instant.parse("2025-01-09T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private Model regime() throws IOException {
        return WorkspaceOverview.read(Workspace.at(folder), NINTH, Progress.none()).regime().orElseThrow();
    }

    @Test
    void theModelInUseIsToldFromTheLastOneTrained() throws IOException {
        var runs = new KeptRuns(folder);
        runs.regime(2);
        runs.regime(3);
        assertThat(regime().isOlderThanLastRun()).as("the newest in use").isFalse();
        assertThat(regime().inUseSince()).isEqualTo(LocalDate.of(2025, 1, 3));

        new ModelRegistry(Workspace.at(folder).models(), NINTH).rollBack(ModelKind.REGIME_CLASSIFIER);

        Model before = regime();
        assertThat(before.run()).isEqualTo(1);
        assertThat(before.days()).as("since it was trained").isEqualTo(7);
        assertThat(before.inUseSince()).isEqualTo(LocalDate.of(2025, 1, 9));
        assertThat(before.lastTrained()).isEqualTo(LocalDate.of(2025, 1, 3));
        assertThat(before.isOlderThanLastRun()).isTrue();
    }
}
