package io.tidemark.ui.regimes;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.dataset.Npz;
import io.tidemark.dataset.TrainingSet;
import io.tidemark.pipeline.LabelledDays;
import io.tidemark.pipeline.PrepareRegime;
import io.tidemark.pipeline.RegimeAudit;
import io.tidemark.pipeline.RunContext;
import io.tidemark.pipeline.StageFailure;
import io.tidemark.pipeline.WorkspaceLabelling;
import io.tidemark.regime.Regime;
import io.tidemark.regime.RegimeMark;
import io.tidemark.regime.RegimeThresholds;
import io.tidemark.ui.GivenFiles;
import io.tidemark.ui.UiWindow;
import io.tidemark.ui.chart.ChartCard;
import io.tidemark.ui.regimes.RegimesState.Phase;
import io.tidemark.ui.screen.Navigator;
import io.tidemark.ui.screen.Notices;
import io.tidemark.ui.screen.ScreenAction;
import io.tidemark.ui.screen.ScreenId;
import io.tidemark.ui.screen.ScreenRequest;
import io.tidemark.ui.task.RunningWork;
import io.tidemark.ui.task.Workers;
import io.tidemark.ui.theme.Theme;
import io.tidemark.workspace.Workspace;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class RegimesPaneTest {
    /// Milliseconds that a person begins to feel.
    private static final double FELT = 100;

    @TempDir
    static Path folder;

    @RegisterExtension
    final UiWindow ui = new UiWindow();

    private final Workers workers = new Workers();
    private final Told told = new Told();
    private final RegimesState state = new RegimesState();
    @SuppressWarnings("NullAway.Init") // made before each test
    private RegimesScreen screen;

    @BeforeAll
    static void fill() throws IOException, StageFailure {
        FilledWorkspace.bars(folder);
        FilledWorkspace.model(folder);
    }

    @BeforeEach
    void show() throws IOException {
        Files.deleteIfExists(WorkspaceLabelling.of(Workspace.at(folder)).rulesFile());
        Files.deleteIfExists(WorkspaceLabelling.of(Workspace.at(folder)).marksFile());
    }

    private void open(Path workspace) {
        ui.show(() -> {
            var work = new RunningWork(workers.work());
            var desk = new RegimesDesk(Workspace.at(workspace), state, work, workers.quick(), told,
                    FilledWorkspace.CLOCK);
            screen = RegimesScreen.load(state, desk, new ChartCard.Saving(ui.theme(), work, told, GivenFiles.none()),
                    told);
            return screen.view();
        });
        UiWindow.onFx(() -> {
            screen.shown();
            return screen;
        });
        UiWindow.until("the days", () -> state.phaseProperty().get() != Phase.READING);
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

    private RegimeAudit audit() {
        return UiWindow.onFx(() -> Objects.requireNonNull(state.auditProperty().get()));
    }

    private LabelledDays days() {
        return UiWindow.onFx(() -> Objects.requireNonNull(state.daysProperty().get()));
    }

    private String textOf(String selector) {
        return UiWindow.onFx(() -> ((Labeled) ui.robot().lookup(selector).query()).getText());
    }

    private void tab(int index) {
        UiWindow.onFx(() -> {
            ((TabPane) ui.robot().lookup("#side").query()).getSelectionModel().select(index);
            return index;
        });
        UiWindow.settle();
    }

    private void press(KeyCode... keys) {
        ui.robot().press(keys).release(keys);
        UiWindow.settle();
    }

    private void focusCharts() {
        UiWindow.onFx(() -> {
            ui.robot().lookup("#charts").query().requestFocus();
            return state;
        });
    }

    @Test
    void itLooksAsItShould() throws IOException {
        overrideByHand(LocalDate.of(2024, 7, 22), LocalDate.of(2024, 8, 6), Regime.HIGH_VOL_NEUTRAL);
        open(folder);
        UiWindow.onFx(() -> {
            screen.receive(new ScreenRequest.Day(LocalDate.of(2024, 8, 5)));
            state.window().showLast(12);
            return state;
        });
        ui.pictures("regimes");
        tab(1);
        UiWindow.onFx(() -> {
            state.window().showAll();
            ((Slider) ui.robot().lookup("#threshold-EXTREME_VIX").query()).setValue(25);
            ((Slider) ui.robot().lookup("#threshold-BULL_RETURN").query()).setValue(0.01);
            return state;
        });
        UiWindow.until("the labels", () -> days().changed() > 100);
        ui.pictures("regimes-rules");
        tab(2);
        ui.pictures("regimes-marks");
        tab(3);
        ui.pictures("regimes-spells");
        tab(4);
        ui.pictures("regimes-figures");
        ui.robot().clickOn("#asTable");
        ui.picture("regimes-table");
        assertThat(textOf("#summary")).contains("2,516 days");
    }

    @Test
    void aSliderRelabelsTheChartAndRevertTakesItBack() {
        open(folder);
        tab(1);
        RegimeThresholds before = days().rules().thresholds();
        ui.robot().clickOn("#threshold-EXTREME_VIX");
        UiWindow.until("other labels", () -> !days().rules().thresholds().equals(before));
        assertThat(days().changed()).isPositive();
        assertThat(textOf("#changed")).contains("change");
        assertThat(audit().applied().rules().thresholds()).isEqualTo(before);
        ui.robot().clickOn("#revert");
        UiWindow.until("the labels in force", () -> days().changed() == 0);
        assertThat(UiWindow.onFx(() -> state.dirty().get())).isFalse();
    }

    @Test
    void appliedRulesAreThoseThatThePipelineReads() throws StageFailure {
        open(folder);
        tab(1);
        UiWindow.onFx(() -> {
            ((Slider) ui.robot().lookup("#threshold-EXTREME_VIX").query()).setValue(26);
            return state;
        });
        UiWindow.until("other labels", () -> days().changed() > 0);
        ui.robot().clickOn("#apply");
        UiWindow.until("the rules applied", () -> !state.dirty().get());
        assertThat(WorkspaceLabelling.of(Workspace.at(folder)).labelling(0).rules().thresholds().extremeVix())
                .isEqualTo(26);
        assertThat(days().changed()).isZero();
        assertThat(told.done).singleElement().asString().contains("Rules applied");
        assertThat(textOf("#modelHint")).isNotNull();
    }

    @Test
    void anOverriddenDayIsInTheTrainingSetUntilItIsTakenBack() throws IOException, StageFailure {
        open(folder);
        LocalDate day = LocalDate.of(2023, 6, 14);
        UiWindow.onFx(() -> {
            screen.receive(new ScreenRequest.Day(day));
            return state;
        });
        UiWindow.settle();
        Regime before = audit().applied().labels().regime(audit().sessions().indexOf(day)).orElseThrow();
        Regime other = Regime.of((before.id() + 1) % Regime.count());
        UiWindow.onFx(() -> {
            ((ComboBox<?>) ui.robot().lookup("#choice").query()).getSelectionModel().select(other.id() + 1);
            ((TextField) ui.robot().lookup("#note").query()).setText("seen by eye");
            return state;
        });
        assertThat(textOf("#mark")).isEqualTo("Override this day");
        UiWindow.onFx(() -> {
            ((Button) ui.robot().lookup("#mark").query()).fire();
            return state;
        });
        UiWindow.until("the mark", () -> audit().marks().inOrder().size() == 1);
        assertThat(labelOn(day)).isEqualTo(other.id());
        assertThat(textOf("#source")).contains("seen by eye").contains(before.code());
        tab(2);
        ui.robot().clickOn("2023-06-14").clickOn("#takeBack");
        UiWindow.until("no mark", () -> audit().marks().inOrder().isEmpty());
        assertThat(labelOn(day)).isEqualTo(before.id());
    }

    private static int labelOn(LocalDate day) throws IOException, StageFailure {
        Workspace workspace = Workspace.at(folder);
        new PrepareRegime(workspace).run(WorkspaceLabelling.of(workspace).labelling(0), RunContext.unwatched());
        TrainingSet set = Npz.readTrainingSet(workspace.historical().resolve("regime_training_data.npz"));
        int date = Integer.parseInt(day.format(DateTimeFormatter.BASIC_ISO_DATE));
        return set.labels()[Arrays.binarySearch(set.dates(), date)];
    }

    private void overrideByHand(LocalDate first, LocalDate last, Regime regime) throws IOException {
        WorkspaceLabelling.of(Workspace.at(folder))
                .add(new RegimeMark(first, last, regime, "a rally that nobody trusted",
                        FilledWorkspace.CLOCK.instant()));
    }

    @Test
    void keysLeadFromChangeToChangeAndToDisagreements() throws IOException {
        overrideByHand(LocalDate.of(2021, 3, 1), LocalDate.of(2021, 3, 12), Regime.BEAR_TRENDING);
        open(folder);
        UiWindow.onFx(() -> {
            screen.receive(new ScreenRequest.Day(LocalDate.of(2020, 1, 2)));
            return state;
        });
        focusCharts();
        int from = selected();
        press(KeyCode.N);
        int change = days().changeFrom(from, true);
        assertThat(selected()).isEqualTo(change);
        press(KeyCode.P);
        assertThat(selected()).isEqualTo(days().changeFrom(change, false));
        press(KeyCode.D);
        assertThat(audit().card(selected(), days()).isDisputed()).isTrue();
        int before = selected();
        press(KeyCode.SHIFT, KeyCode.RIGHT);
        press(KeyCode.ENTER);
        assertThat(selected()).isEqualTo(before + 20);
        press(KeyCode.ESCAPE);
        assertThat(selected()).isEqualTo(-1);
    }

    private int selected() {
        return UiWindow.onFx(() -> state.window().selectedProperty().get());
    }

    @Test
    void theLegendTakesBandsAwayAndTheReadOutTellsTheDay() {
        open(folder);
        ui.robot().clickOn("#legend-BU");
        assertThat(UiWindow.onFx(() -> List.copyOf(state.hidden()))).containsExactly(Regime.BULL_TRENDING);
        UiWindow.onFx(() -> {
            screen.receive(new ScreenRequest.Day(LocalDate.of(2020, 1, 2)));
            return state;
        });
        UiWindow.settle();
        assertThat(textOf("#numbers")).contains("Thu 2 Jan 2020").contains("VIX").contains("SMA50");
        assertThat(textOf("#outlook")).contains("Nearest flip");
    }

    @Test
    void daysThatAnotherScreenAsksForAreSteppedThrough() {
        open(folder);
        UiWindow.onFx(() -> {
            screen.receive(new ScreenRequest.Days("Labelled BU, predicted LV",
                    List.of(LocalDate.of(2019, 3, 1), LocalDate.of(2021, 3, 1))));
            return state;
        });
        UiWindow.settle();
        assertThat(UiWindow.onFx(() -> state.window().day(selected()))).isEqualTo(LocalDate.of(2019, 3, 1));
        assertThat(textOf("#tourTitle")).isEqualTo("Labelled BU, predicted LV: 2 days");
        focusCharts();
        press(KeyCode.T);
        assertThat(UiWindow.onFx(() -> state.window().day(selected()))).isEqualTo(LocalDate.of(2021, 3, 1));
    }

    @Test
    void whileAnotherUsesTheWorkspaceNothingIsMarkedAndTheCauseIsSaid() throws IOException {
        open(folder);
        LocalDate day = LocalDate.of(2023, 6, 14);
        try (var lock = Workspace.at(folder).lock("tidemark setup")) {
            assertThat(lock.deadHolder()).isEmpty();
            UiWindow.onFx(() -> {
                screen.receive(new ScreenRequest.Day(day));
                ((TextField) ui.robot().lookup("#note").query()).setText("seen by eye");
                ((Button) ui.robot().lookup("#mark").query()).fire();
                return state;
            });
            UiWindow.until("the problem", () -> !told.problems.isEmpty());
        }
        assertThat(told.problems).singleElement().asString().startsWith("Mark days failed").contains("tidemark setup");
        assertThat(audit().marks().inOrder()).isEmpty();
        assertThat(UiWindow.onFx(() -> state.writingProperty().get())).isFalse();
        assertThat(UiWindow.onFx(() -> ((TextField) ui.robot().lookup("#note").query()).getText()))
                .as("what was typed is not lost").isEqualTo("seen by eye");
    }

    /// In time of the processor, not of the clock: other programs on the machine do not count.
    @Test
    void theChartFollowsAMovingSliderWithoutHoldingUpTheWindow() {
        open(folder);
        tab(1);
        moveStressTo(21, 20);
        long before = UiWindow.onFx(() -> ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
        int steps = 40;
        moveStressTo(26, steps);
        long after = UiWindow.onFx(() -> ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
        double millis = (after - before) / 1e6 / steps;
        System.getLogger("regimes").log(System.Logger.Level.INFO, "{0} ms of the window''s thread a step", millis);
        assertThat(millis).isLessThan(FELT);
    }

    private void moveStressTo(double from, int steps) {
        for (int step = 0; step < steps; step++) {
            double at = from + 0.25 * step;
            UiWindow.onFx(() -> {
                ((Slider) ui.robot().lookup("#threshold-EXTREME_VIX").query()).setValue(at);
                return at;
            });
            UiWindow.until("the labels at " + at, () -> days().rules().thresholds().extremeVix() == at);
        }
    }

    @Test
    void itsMenuItemsFindTheDateFieldAndThePictureOfTheCharts() {
        open(folder);
        assertThat(screen.actions()).containsOnlyKeys(ScreenAction.FILTER, ScreenAction.EXPORT);
        UiWindow.onFx(() -> {
            Objects.requireNonNull(screen.actions().get(ScreenAction.FILTER)).run();
            return screen;
        });
        UiWindow.settle();
        assertThat(UiWindow.onFx(() -> ui.robot().lookup("#goTo").query().isFocusWithin())).isTrue();
    }

    @Test
    void marksThatCannotBeReadAreNamedAndReadAgainOnceCorrected() throws IOException {
        overrideByHand(LocalDate.of(2021, 3, 1), LocalDate.of(2021, 3, 12), Regime.BEAR_TRENDING);
        Path marks = WorkspaceLabelling.of(Workspace.at(folder)).marksFile();
        String good = Files.readString(marks);
        Files.writeString(marks, good.replace("2021-03-12", "2021-13-12"));
        open(folder);
        assertThat(UiWindow.onFx(() -> state.phaseProperty().get())).isEqualTo(Phase.FAILED);
        assertThat(UiWindow.onFx(() -> state.troubleProperty().get())).contains("line 2").contains("2021-13-12");
        Files.writeString(marks, good);
        ui.robot().clickOn("Read again");
        UiWindow.until("the days", () -> state.phaseProperty().get() == Phase.READY);
        assertThat(audit().marks().inOrder()).hasSize(1);
    }

    @Test
    void withoutBarsItSaysWhatToDo(@TempDir Path empty) {
        open(empty);
        assertThat(state.phaseProperty().get()).isEqualTo(Phase.EMPTY);
        ui.use(Theme.DARK);
        ui.picture("regimes-empty");
        ui.robot().clickOn("Download bars");
        assertThat(told.performed).containsExactly(ScreenAction.DOWNLOAD);
    }

    /// Remembers what the screen told the shell.
    private static final class Told implements Notices, Navigator {
        private final List<String> done = new ArrayList<>();
        private final List<String> problems = new ArrayList<>();
        private final List<ScreenAction> performed = new ArrayList<>();

        @Override
        public void done(String sentence) {
            done.add(sentence);
        }

        @Override
        public void done(String sentence, Offer offer) {
            done.add(sentence);
        }

        @Override
        public void problem(Problem problem) {
            problems.add(problem.what());
        }

        @Override
        public void solved(Problem problem) {
            throw new AssertionError("nothing was wrong");
        }

        @Override
        public boolean has(ScreenId id) {
            return true;
        }

        @Override
        public void show(ScreenId id) {
            throw new AssertionError("stays here");
        }

        @Override
        public void show(ScreenId id, ScreenRequest request) {
            throw new AssertionError("stays here");
        }

        @Override
        public void perform(ScreenId id, ScreenAction action) {
            performed.add(action);
        }
    }
}
