package io.tidemark.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.tidemark.model.ModelKind;
import io.tidemark.model.RunRecord;
import io.tidemark.pipeline.RunComparison.Setting;
import io.tidemark.storage.Json;
import io.tidemark.training.PotTraining;
import io.tidemark.training.RegimeTraining;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptRunsTest {
    @TempDir
    static Path folder;

    @SuppressWarnings("NullAway.Init") // made before all tests
    private static KeptRuns kept;
    @SuppressWarnings("NullAway.Init") // made before all tests
    private static KeptRuns.Kept<RegimeTraining> regime;
    @SuppressWarnings("NullAway.Init") // made before all tests
    private static KeptRuns.Kept<PotTraining> pot;

    @BeforeAll
    static void train() throws IOException {
        kept = new KeptRuns(folder);
        kept.regime(1);
        pot = kept.pot(5);
        regime = kept.regime(3);
    }

    private static List<RunRow> rows() throws IOException {
        return RunRow.newestFirst(kept.history().entries());
    }

    @Test
    void anEvaluationIsReadAsItWasWritten() throws IOException {
        assertThat(Json.text(RunEvaluations.regime(regime.run())))
                .isEqualTo(Json.text(regime.training().evaluation()));
        assertThat(Json.text(RunEvaluations.pot(pot.run()))).isEqualTo(Json.text(pot.training().evaluation()));
        assertThat(RunEvaluations.pot(pot.run()).honest()).isEqualTo(pot.training().evaluation().honest());
    }

    @Test
    void anEvaluationOfAnotherModelIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> RunEvaluations.pot(regime.run()));
    }

    @Test
    void aDamagedEvaluationNamesItsFile(@TempDir Path elsewhere) throws IOException {
        var damaged = new RunRecord(elsewhere, regime.run().manifest());
        Files.writeString(damaged.evaluation(), "{\"horizon\": ");
        assertThatIOException().isThrownBy(() -> RunEvaluations.regime(damaged))
                .withMessageContaining("evaluation.json");
    }

    @Test
    void rowsComeNewestFirstWithOneChampionAModel() throws IOException {
        assertThat(rows()).extracting(RunRow::id).containsExactly("regime_classifier/0002",
                "probability_of_touch/0001", "regime_classifier/0001");
        assertThat(rows()).extracting(RunRow::champion).containsExactly(true, true, false);
    }

    @Test
    void aRowHasTheFiguresOfTheEvaluation() throws IOException {
        var evaluation = regime.training().evaluation();
        RunRow row = rows().getFirst();
        assertThat(row.figure()).isEqualTo(evaluation.honest().accuracy());
        assertThat(row.low()).isEqualTo(evaluation.accuracy().low());
        assertThat(row.naive()).isEqualTo(evaluation.naive().figures().accuracy());
        assertThat(row.baseline()).isEqualTo(evaluation.honest().bestBaseline());
        assertThat(row.ceiling()).isNaN();
        RunRow touch = rows().get(1);
        assertThat(touch.figure()).isEqualTo(pot.training().evaluation().honest().model().r2());
        assertThat(touch.baseline()).isEqualTo(pot.training().evaluation().honest().baseline().r2());
        assertThat(touch.ceiling()).isEqualTo(pot.training().evaluation().ceiling());
    }

    @Test
    void aTrendHoldsAllThatItDraws() throws IOException {
        RunTrend trend = RunTrend.of(rows(), ModelKind.REGIME_CLASSIFIER);
        assertThat(trend.runs()).containsExactly(1, 2);
        assertThat(trend.championRuns()).containsExactly(2);
        assertThat(trend.championFigure()).containsExactly(trend.figure()[1]);
        assertThat(trend.across()).isEqualTo(new RunTrend.Range(0.5, 2.5));
        for (double[] drawn : List.of(trend.figure(), trend.low(), trend.high(), trend.naive())) {
            assertThat(Arrays.stream(drawn)).allMatch(value -> value > trend.up().low() && value < trend.up().high());
        }
        assertThat(trend.ceiling().low()).isNaN();
        RunTrend touch = RunTrend.of(rows(), ModelKind.PROBABILITY_OF_TOUCH);
        assertThat(touch.ceiling().low()).isEqualTo(touch.ceiling().high()).isLessThan(touch.up().high());
    }

    @Test
    void aTrendWithoutRunsIsEmpty() {
        assertThat(RunTrend.of(List.of(), ModelKind.PROBABILITY_OF_TOUCH).isEmpty()).isTrue();
    }

    @Test
    void onlySettingsThatDifferAreCompared() throws IOException {
        RunRecord first = rows().getLast().run();
        RunComparison comparison = RunComparison.of(first, regime.run());
        assertThat(comparison.settings()).contains(new Setting("booster.rounds.most", "1", "3"))
                .allMatch(Setting::differs).noneMatch(setting -> setting.name().contains("depth"));
        assertThat(comparison.data()).extracting(Setting::name).containsExactly("first day", "last day", "rows",
                "source");
        assertThat(comparison.figures()).filteredOn(figure -> figure.name().equals("accuracy")).singleElement()
                .satisfies(figure -> assertThat(figure.change()).isEqualTo(figure.second() - figure.first()));
    }

    @Test
    void aFigureThatOneRunLacksHasNoChange() {
        RunComparison comparison = RunComparison.of(regime.run(), pot.run());
        assertThat(comparison.figures()).filteredOn(figure -> figure.name().equals("r2")).singleElement()
                .satisfies(figure -> assertThat(figure.change()).isNaN());
    }

    @Test
    void oneRunAloneTellsAllItsSettings() {
        assertThat(RunComparison.alone(regime.run()).settings()).contains(new Setting("seed", "42", "42"),
                new Setting("data.seed", "7", "7"));
    }
}
