package io.tidemark.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.model.ModelKind;
import io.tidemark.pipeline.KeptRuns;
import io.tidemark.pipeline.RunEvaluations;
import io.tidemark.pipeline.RunHistory;
import io.tidemark.pipeline.RunRow;
import io.tidemark.ui.DemoPipelines;
import io.tidemark.ui.GivenFiles;
import io.tidemark.ui.ToldShell;
import io.tidemark.ui.UiWindow;
import io.tidemark.ui.chart.ChartCard;
import io.tidemark.ui.runs.RunsState.Phase;
import io.tidemark.ui.screen.ScreenId;
import io.tidemark.ui.screen.ScreenRequest;
import io.tidemark.ui.screen.Notices;
import io.tidemark.ui.task.RunningWork;
import io.tidemark.ui.task.Workers;
import io.tidemark.ui.theme.Theme;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class RunsPaneTest {
    @TempDir
    static Path folder;

    @SuppressWarnings("NullAway.Init") // made before all tests
    private static KeptRuns kept;

    @RegisterExtension
    final UiWindow ui = new UiWindow();

    private final Workers workers = new Workers();
    private final ToldShell told = new ToldShell();
    private final List<Path> opened = new ArrayList<>();
    private final RunsState state = new RunsState();
    @SuppressWarnings("NullAway.Init") // made in each test
    private RunsScreen screen;

    @BeforeAll
    static void train() throws IOException {
        kept = new KeptRuns(folder);
        kept.regime(1);
        kept.pot(2);
        kept.pot(8);
        kept.regime(2);
        kept.pot(20);
        kept.regime(6);
    }

    private void open(RunHistory history) {
        ui.show(() -> {
            var work = new RunningWork(workers.work());
            screen = RunsScreen.load(state, new RunsDesk(history, state, work, told),
                    new ChampionDesk(new DemoPipelines(folder), work, told, DemoPipelines.CLOCK), told,
                    new ChartCard.Saving(ui.theme(), work, told, GivenFiles.none()), opened::add, ZoneOffset.UTC);
            return screen.view();
        });
        UiWindow.onFx(() -> {
            screen.shown();
            return screen;
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

    @SuppressWarnings("unchecked") // the tables of the screen hold these rows
    private <T> TableView<T> table(String id) {
        return (TableView<T>) ui.robot().lookup(id).query();
    }

    private void choose(String... ids) {
        UiWindow.onFx(() -> {
            TableView<RunRow> runs = table("#runs");
            runs.getSelectionModel().clearSelection();
            for (String id : ids) {
                runs.getItems().stream().filter(row -> row.id().equals(id)).forEach(runs.getSelectionModel()::select);
            }
            return runs;
        });
        UiWindow.settle();
    }

    private List<CompareRow> lines() {
        return UiWindow.onFx(() -> List.copyOf(this.<CompareRow>table("#lines").getItems()));
    }

    @Test
    void itLooksAsItShould() {
        open(kept.history());
        choose("probability_of_touch/0003", "probability_of_touch/0001");
        ui.pictures("runs");
        choose("regime_classifier/0003");
        ui.pictures("runs-one");
        assertThat(table("#runs").getItems()).hasSize(6);
    }

    @Test
    void theModelInUseIsRolledBackAndPutInUseAgain() throws IOException {
        kept.writeDays();
        open(kept.history());
        choose("regime_classifier/0003");
        assertThat(ui.robot().lookup("#promote").queryButton().isDisabled()).isTrue();
        ui.robot().clickOn("#rollBack");
        UiWindow.until("the rollback", () -> inUse("regime_classifier/0002"));
        assertThat(told.done()).containsExactly("Run 2 of regime_classifier is in use again, as before run 3; run 3 is "
                + "kept.");

        choose("regime_classifier/0003");
        assertThat(ui.robot().lookup("#rollBack").queryButton().isDisabled()).isTrue();
        ui.robot().clickOn("#promote");
        UiWindow.until("the promotion", () -> inUse("regime_classifier/0003"));
        assertThat(told.problems()).isEmpty();
    }

    @Test
    void aWorseModelIsRefusedWithTheReasonAndCanBePutInUseAllTheSame() throws IOException {
        kept.writeDays();
        open(kept.history());
        choose("regime_classifier/0001");
        ui.robot().clickOn("#promote");
        UiWindow.until("the refusal", () -> !told.problems().isEmpty());
        Notices.Problem refusal = told.problems().getFirst();
        assertThat(refusal.what()).contains("kept and not put in use", "run 3 stays in use", "Brier");
        assertThat(inUse("regime_classifier/0003")).isTrue();
        UiWindow.onFx(() -> {
            refusal.offer().orElseThrow().action().run();
            return refusal;
        });
        UiWindow.until("the promotion", () -> inUse("regime_classifier/0001"));
        choose("regime_classifier/0001");
        ui.robot().clickOn("#rollBack");
        UiWindow.until("the rollback", () -> inUse("regime_classifier/0003"));
    }

    private boolean inUse(String id) {
        return state.runs().stream().anyMatch(row -> row.id().equals(id) && row.champion());
    }

    @Test
    void twoRunsAreComparedTheOlderFirst() {
        open(kept.history());
        choose("regime_classifier/0003", "regime_classifier/0001");
        assertThat(lines()).contains(new CompareRow("Booster › rounds › most", "1", "6", "differs", false));
        assertThat(lines()).noneMatch(line -> line.name().contains("depth"));
        assertThat(lines()).extracting(CompareRow::name).contains("Accuracy", "Naive split: Accuracy",
                "Accuracy, 95 % from", "First day", "Settings that differ");
    }

    @Test
    void tickedRunsLayTheirCurvesOverEachOther() throws IOException {
        open(kept.history());
        ui.robot().clickOn("#curves-regime_classifier-0003").clickOn("#curves-regime_classifier-0002");
        UiWindow.until("two curves", () -> state.curvesProperty().get().size() == 2);
        var first = state.curvesProperty().get().getFirst();
        assertThat(first.row().id()).isEqualTo("regime_classifier/0003");
        assertThat(first.curve().validation()).isEqualTo(RunEvaluations.regime(first.row().run()).curves().stream()
                .filter(each -> each.phase().equals("fold 3")).findFirst().orElseThrow().validation());
        ui.pictures("runs-curves");
        ui.robot().clickOn("#curves-regime_classifier-0003");
        UiWindow.settle();
        assertThat(state.curvesProperty().get()).extracting(each -> each.row().run().number()).containsExactly(2);
    }

    @Test
    void spaceTicksTheSelectedRuns() {
        open(kept.history());
        choose("probability_of_touch/0002");
        UiWindow.onFx(() -> {
            table("#runs").requestFocus();
            return screen;
        });
        ui.robot().type(KeyCode.SPACE);
        UiWindow.until("the curve", () -> state.curvesProperty().get().size() == 1);
        ui.robot().type(KeyCode.SPACE);
        UiWindow.until("no curve", () -> state.curvesProperty().get().isEmpty());
    }

    @Test
    void theFolderOfARunIsOpened() {
        open(kept.history());
        choose("regime_classifier/0002");
        ui.robot().clickOn("#openFolder");
        assertThat(opened).singleElement().asString().endsWith("regime_classifier" + File.separator + "0002");
    }

    @Test
    void enterLeadsToTheFiguresOfARun() {
        open(kept.history());
        choose("probability_of_touch/0002");
        UiWindow.onFx(() -> {
            table("#runs").requestFocus();
            return screen;
        });
        ui.robot().type(KeyCode.ENTER);
        assertThat(told.requests()).containsExactly(new ScreenRequest.Run("probability_of_touch/0002"));
        assertThat(told.shown()).containsExactly(ScreenId.TRAINING);
    }

    @Test
    void aRunAskedForIsChosenAsSoonAsItIsRead() {
        open(kept.history());
        UiWindow.onFx(() -> {
            state.onlyProperty().set(Optional.of(ModelKind.REGIME_CLASSIFIER));
            screen.receive(new ScreenRequest.Run("probability_of_touch/0001"));
            return screen;
        });
        UiWindow.settle();
        assertThat(state.chosen()).extracting(RunRow::id).containsExactly("probability_of_touch/0001");
        assertThat(this.<RunRow>table("#runs").getSelectionModel().getSelectedItems()).hasSize(1);
    }

    @Test
    void oneModelCanBeListedAlone() {
        open(kept.history());
        ui.robot().clickOn("Probability of touch");
        UiWindow.settle();
        assertThat(this.<RunRow>table("#runs").getItems()).hasSize(3)
                .allMatch(row -> row.model() == ModelKind.PROBABILITY_OF_TOUCH);
    }

    @Test
    void withoutRunsItSaysWhatToDo(@TempDir Path empty) {
        open(new KeptRuns(empty).history());
        assertThat(state.phaseProperty().get()).isEqualTo(Phase.EMPTY);
        ui.use(Theme.DARK);
        ui.picture("runs-empty");
        ui.robot().clickOn("Train the models");
        assertThat(told.performed()).hasSize(1);
    }
}
