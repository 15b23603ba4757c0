package io.tidemark.ui.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.model.ModelKind;
import io.tidemark.pipeline.PreparedWorkspace;
import io.tidemark.pipeline.PromotionPolicy;
import io.tidemark.pipeline.RunEvaluations;
import io.tidemark.pipeline.RunHistory;
import io.tidemark.pipeline.RunOptions;
import io.tidemark.pipeline.StageFailure;
import io.tidemark.training.LearningCurve;
import io.tidemark.training.PotEvaluation;
import io.tidemark.training.RegimeEvaluation;
import io.tidemark.ui.DemoPipelines;
import io.tidemark.ui.GivenFiles;
import io.tidemark.ui.Told;
import io.tidemark.ui.UiWindow;
import io.tidemark.ui.chart.ChartCard;
import io.tidemark.ui.control.CheckedField;
import io.tidemark.ui.control.FigureText;
import io.tidemark.ui.control.MetricTile;
import io.tidemark.ui.screen.ScreenAction;
import io.tidemark.ui.screen.ScreenRequest;
import io.tidemark.ui.task.RunningWork;
import io.tidemark.ui.task.Workers;
import io.tidemark.ui.theme.Theme;
import io.tidemark.ui.training.TrainingState.Phase;
import io.tidemark.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Point2D;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// One workspace for all: what one test trains, the next one finds.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TrainingPaneTest {
    @TempDir
    static Path folder;

    @SuppressWarnings("NullAway.Init") // made before all tests
    private static Workspace workspace;

    @RegisterExtension
    final UiWindow ui = new UiWindow();

    private final Workers workers = new Workers();
    private final Told told = new Told();
    private final TrainingState state = new TrainingState(42);
    @SuppressWarnings("NullAway.Init") // made in each test
    private TrainingScreen screen;

    @BeforeAll
    static void prepare() throws IOException, StageFailure {
        workspace = PreparedWorkspace.in(folder, 800);
    }

    private void open(Path where) {
        ui.show(() -> {
            var work = new RunningWork(workers.work());
            var desk = new TrainingDesk(new DemoPipelines(where), state, work, told, DemoPipelines.CLOCK);
            screen = TrainingScreen.load(state, desk, told,
                    new ChartCard.Saving(ui.theme(), work, told, GivenFiles.none()),
                    ZoneOffset.UTC);
            screen.shown();
            return screen.view();
        });
        UiWindow.until("the runs", () -> state.phaseProperty().get() != Phase.READING);
        UiWindow.settle();
    }

    @AfterEach
    void close() {
        UiWindow.onFx(() -> {
            screen.close();
            return screen;
        });
        workers.close();
    }

    private static RunHistory history() {
        return new RunHistory(workspace, DemoPipelines.CLOCK);
    }

    private static int kept() {
        try {
            return history().entries().size();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void type(String field, String text) {
        UiWindow.onFx(() -> {
            CheckedField found = ui.robot().lookup(field).queryAs(CheckedField.class);
            found.setText(text);
            return found;
        });
        UiWindow.settle();
    }

    private void untilTrained() {
        UiWindow.until("the end of the training", () -> !state.trainingProperty().get());
        UiWindow.until("the figures", () -> state.shownProperty().get() != null);
        UiWindow.settle();
    }

    private String tile(String id) {
        return ui.robot().lookup(id).queryAs(MetricTile.class).getValue();
    }

    private void side(int index) {
        UiWindow.onFx(() -> {
            ui.robot().lookup("#sides").queryAs(TabPane.class).getSelectionModel().select(index);
            return screen;
        });
        UiWindow.settle();
    }

    @Test
    @Order(1)
    void retrainingWithChangedParametersGrowsCurvesAndShowsTheStoredFigures() throws IOException {
        open(folder);
        assertThat(state.phaseProperty().get()).isEqualTo(Phase.READY);
        ui.picture("training-idle");
        type("#parameter-depth", "3");
        type("#parameter-rounds", "12");
        UiWindow.onFx(() -> {
            state.sheet(ModelKind.PROBABILITY_OF_TOUCH).text(Parameter.ROUNDS).set("40");
            return state;
        });
        var seen = new ArrayList<Integer>();
        UiWindow.onFx(() -> state.curvesProperty().subscribe(curves -> {
            if (state.trainingProperty().get()) {
                seen.add(curves.stream().mapToInt(each -> each.train().length).sum());
            }
        }));
        ui.robot().clickOn("#train");
        UiWindow.until("a learning curve", () -> !state.curvesProperty().get().isEmpty());
        ui.picture("training-underway");
        untilTrained();
        assertThat(seen).hasSizeGreaterThan(2);
        assertThat(seen).element(seen.size() - 1).satisfies(last -> assertThat(last).isGreaterThan(20));

        var runs = history().entries();
        assertThat(runs).hasSize(2);
        var regime = runs.getFirst().run();
        assertThat(RunOptions.regime(regime).booster().trees().depth()).isEqualTo(3);
        assertThat(RunOptions.regime(regime).booster().rounds().most()).isEqualTo(12);
        PotEvaluation touch = RunEvaluations.pot(runs.getLast().run());
        assertThat(tile("#r2")).isEqualTo(FigureText.decimals(touch.honest().model().r2(), 3));
        assertThat(tile("#brier")).isEqualTo(FigureText.decimals(touch.honest().model().brier(), 4));
        ui.pictures("training-pot");
        ui.robot().clickOn("#regimeModel");
        UiWindow.until("the regime classifier", () -> state.shownProperty().get() instanceof ShownRun.OfRegime);
        UiWindow.settle();
        RegimeEvaluation evaluation = RunEvaluations.regime(regime);
        assertThat(tile("#accuracy")).isEqualTo(FigureText.percent(evaluation.honest().accuracy(), 1));
        assertThat(tile("#fidelity")).isEqualTo(tile("#accuracy"));
        assertThat(tile("#skill")).isEqualTo("–");
        ui.pictures("training-regime");
    }

    @Test
    @Order(2)
    void theLastRunIsThereAfterARestartWithItsCurves() {
        open(folder);
        UiWindow.until("the figures", () -> state.shownProperty().get() != null);
        UiWindow.settle();
        ShownRun shown = Objects.requireNonNull(state.shownProperty().get());
        assertThat(state.curvesProperty().get()).extracting(LearningCurve::phase).contains("fold 1", "final");
        assertThat(tile("#accuracy")).isEqualTo(FigureText.percent(shown.row().figure(), 1));
        side(1);
        ui.picture("training-curves");
        UiWindow.onFx(() -> {
            screen.receive(new ScreenRequest.Run("probability_of_touch/0001"));
            return screen;
        });
        UiWindow.until("the other model", () -> state.shownProperty().get() instanceof ShownRun.OfTouch);
    }

    @Test
    @Order(3)
    void theLeakCheckListsItsFindings() {
        open(folder);
        UiWindow.until("the figures", () -> state.shownProperty().get() != null);
        side(2);
        ui.robot().clickOn("#check");
        UiWindow.until("the findings", () -> !state.checkedProperty().get().isEmpty());
        UiWindow.settle();
        assertThat(state.checkedProperty().get()).startsWith("Run 1: ");
        assertThat(state.findings()).hasSize(5);
        ui.use(Theme.DARK);
        ui.picture("training-leaks");
    }

    @Test
    @Order(4)
    void aCellOfTheConfusionMatrixOpensItsDays() {
        open(folder);
        UiWindow.until("the figures", () -> state.shownProperty().get() != null);
        UiWindow.settle();
        var run = (ShownRun.OfRegime) Objects.requireNonNull(state.shownProperty().get());
        Region grid = (Region) ui.robot().lookup("#confusionPlace .painted").query();
        // the third row and column of five, right of the names and under the heads; a mouse would leave a tooltip
        UiWindow.onFx(() -> {
            Point2D at = grid.localToScene(grid.getWidth() * 0.66, 44 + (grid.getHeight() - 44) * 0.5);
            grid.fireEvent(new MouseEvent(MouseEvent.MOUSE_CLICKED, at.getX(), at.getY(), at.getX(), at.getY(),
                    MouseButton.PRIMARY, 1, false, false, false, false, true, false, false, true, false, true, null));
            return grid;
        });
        int id = 2;
        assertThat(run.evaluation().tested().of(id, id)).isNotEmpty();
        assertThat(told.ways).containsExactly("REGIMES " + new ScreenRequest.Days(
                "Run 1, labelled HV, predicted HV", run.evaluation().tested().of(id, id)));
        UiWindow.onFx(() -> {
            grid.requestFocus();
            return grid;
        });
        ui.robot().type(KeyCode.LEFT, KeyCode.RIGHT, KeyCode.DOWN, KeyCode.ENTER);
        assertThat(told.ways).hasSize(2);
        ui.picture("training-cell");
        assertThat(told.ways.getLast()).contains("labelled BE, predicted BE");
    }

    @Test
    @Order(5)
    void cancellingLeavesTheRunsAndAUsablePane() {
        open(folder);
        UiWindow.until("the figures", () -> state.shownProperty().get() != null);
        int before = kept();
        type("#parameter-rounds", "2000");
        type("#parameter-patience", "500");
        type("#parameter-eta", "0.001");
        UiWindow.onFx(() -> {
            Objects.requireNonNull(screen.actions().get(ScreenAction.RETRAIN)).run();
            return screen;
        });
        UiWindow.until("a learning curve", () -> !state.curvesProperty().get().isEmpty());
        ui.robot().clickOn("#cancel");
        untilTrained();
        assertThat(kept()).isEqualTo(before);
        assertThat(state.messageProperty().get()).startsWith("Cancelled. Finished runs");
        ui.robot().clickOn("#reset");
        UiWindow.settle();
        assertThat(ui.robot().lookup("#train").query().isDisabled()).isFalse();
        assertThat(ui.robot().lookup("#parameter-rounds").queryAs(CheckedField.class).getText()).isEqualTo("40");
    }

    @Test
    @Order(6)
    void aHorizonLabelsTheDaysAnewAndItsSkillStandsApartFromFidelity() throws IOException {
        open(folder);
        UiWindow.until("the figures", () -> state.shownProperty().get() != null);
        ui.robot().clickOn("#touch");
        type("#parameter-horizon", "5");
        type("#parameter-rounds", "20");
        UiWindow.onFx(() -> {
            state.policyProperty().set(PromotionPolicy.NEVER);
            return state;
        });
        ui.robot().clickOn("#train");
        untilTrained();
        assertThat(told.sentences).contains("Trained regime classifier.");
        var run = history().entries().stream().filter(each -> each.run().model() == ModelKind.REGIME_CLASSIFIER)
                .toList().getLast().run();
        RegimeEvaluation ahead = RunEvaluations.regime(run);
        assertThat(ahead.horizon()).isEqualTo(5);
        assertThat(Objects.requireNonNull(state.shownProperty().get()).row().champion()).isFalse();
        assertThat(tile("#skill")).isEqualTo(FigureText.signed(
                100 * (ahead.honest().accuracy() - ahead.honest().bestBaseline()), 1) + " points");
        assertThat(tile("#fidelity")).isNotEqualTo(tile("#accuracy"));
        ui.picture("training-skill");
    }

    @Test
    void aParameterOutOfItsRangeStopsTheTrainingWithAReason() {
        open(folder);
        type("#parameter-depth", "13");
        assertThat(ui.robot().lookup("#train").query().isDisabled()).isTrue();
        assertThat(ui.robot().lookup("#parameter-depth").queryAs(CheckedField.class).problemProperty().get())
                .isEqualTo("Whole number, 1 to 12.");
        ui.picture("training-bad-parameter");
    }

    @Test
    void anEmptyWorkspaceLeadsToTheGuide(@TempDir Path empty) {
        open(empty);
        assertThat(state.phaseProperty().get()).isEqualTo(Phase.EMPTY);
        ui.use(Theme.DARK);
        ui.picture("training-empty");
        ui.robot().clickOn("Open the set-up guide");
        assertThat(told.ways).isEqualTo(List.of("SETUP"));
    }
}
