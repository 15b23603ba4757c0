package io.tidemark.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.model.ModelKind;
import io.tidemark.regime.Regime;
import io.tidemark.regime.RegimeMark;
import io.tidemark.training.BoosterSettings;
import io.tidemark.training.PotTrainingOptions;
import io.tidemark.training.RegimeTrainingOptions;
import io.tidemark.training.RoundSettings;
import io.tidemark.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetrainingTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2025-01-02T12:00:00Z"), ZoneOffset.UTC);
    private static final BoosterSettings QUICK = new BoosterSettings(BoosterSettings.regime().trees(),
            new RoundSettings(0.5, 2, 2, 0));

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init") // made before each test
    private Workspace workspace;

    @BeforeEach
    void prepare() throws IOException, StageFailure {
        workspace = PreparedWorkspace.in(folder, 100);
    }

    private List<String> stagesOf(int horizon) throws StageFailure {
        var context = RunContext.unwatched();
        new Retraining(workspace, CLOCK).run(new Retraining.Wish(
                Optional.of(RegimeTrainingOptions.of(42).withHorizon(horizon).withBooster(QUICK)), Optional.empty(),
                PromotionPolicy.IF_NOT_WORSE),
                context);
        return context.times().stream().map(StageTime::name).toList();
    }

    @Test
    void daysAreLabelledAnewOnlyWhenHorizonOrMarksHaveChanged() throws IOException, StageFailure {
        assertThat(stagesOf(0)).containsExactly("train-regime");
        assertThat(stagesOf(5)).containsExactly("prepare-regime", "train-regime");
        assertThat(stagesOf(5)).containsExactly("train-regime");
        WorkspaceLabelling.of(workspace).add(new RegimeMark(LocalDate.of(2022, 3, 1), LocalDate.of(2022, 3, 1),
                Regime.EXTREME_STRESS, "looked like it", CLOCK.instant()));
        assertThat(stagesOf(5)).containsExactly("prepare-regime", "train-regime");
    }

    @Test
    void onlyWhatIsWishedForIsTrainedAndItsOptionsAreReadBack() throws IOException, StageFailure {
        PotTrainingOptions options = PotTrainingOptions.of(7).withBooster(QUICK);
        var kept = new Retraining(workspace, CLOCK)
                .run(new Retraining.Wish(Optional.empty(), Optional.of(options), PromotionPolicy.NEVER),
                        RunContext.unwatched());
        assertThat(kept).singleElement().satisfies(
                each -> assertThat(each.run().model()).isEqualTo(ModelKind.PROBABILITY_OF_TOUCH));
        assertThat(RunOptions.pot(kept.getFirst().run())).isEqualTo(options);
        assertThat(new RunHistory(workspace, CLOCK).entries()).noneMatch(RunHistory.Entry::champion);
    }
}
