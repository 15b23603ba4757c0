package io.tidemark.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.pipeline.BarFeed;
import io.tidemark.pipeline.Download;
import io.tidemark.pipeline.FeedChoice;
import io.tidemark.pipeline.PipelineSettings;
import io.tidemark.pipeline.PreparePot;
import io.tidemark.pipeline.PrepareRegime;
import io.tidemark.pipeline.RunContext;
import io.tidemark.pipeline.Stage;
import io.tidemark.pipeline.StageFailure;
import io.tidemark.pipeline.Train;
import io.tidemark.pipeline.WorkspaceLabelling;
import io.tidemark.training.BoosterSettings;
import io.tidemark.training.PotTrainingOptions;
import io.tidemark.training.RegimeTrainingOptions;
import io.tidemark.training.RoundSettings;
import io.tidemark.ui.DemoPipelines;
import io.tidemark.ui.GivenFiles;
import io.tidemark.ui.KeptTexts;
import io.tidemark.ui.Told;
import io.tidemark.ui.UiWindow;
import io.tidemark.ui.chart.ChartCard;
import io.tidemark.ui.control.MetricTile;
import io.tidemark.ui.screen.MarketStatus;
import io.tidemark.ui.screen.Pipelines;
import io.tidemark.ui.task.Job;
import io.tidemark.ui.task.RunningWork;
import io.tidemark.ui.task.Workers;
import io.tidemark.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class UpdateDeskTest {
    private static final LocalDate NOVEMBER = LocalDate.of(2024, 11, 29);
    private static final LocalDate DECEMBER = LocalDate.of(2024, 12, 31);
    /// When the update of December is due since half an hour.
    private static final Clock EVENING = Clock.fixed(Instant.parse("2025-01-02T19:00:00Z"), ZoneOffset.UTC);
    private static final PipelineSettings SMALL = PipelineSettings.defaults().withYears(6).withSamplesPerSymbol(400);

    private static final BoosterSettings QUICK = new BoosterSettings(BoosterSettings.regime().trees(),
            new RoundSettings(0.5, 2, 2, 0));

    @TempDir
    private static Path november;

    @RegisterExtension
    final UiWindow ui = new UiWindow();

    @TempDir
    Path folder;

    private final Workers workers = new Workers();
    private final Told told = new Told();
    private final KeptTexts memory = new KeptTexts();
    private final MarketStatus market = new MarketStatus();
    private final AtomicInteger looks = new AtomicInteger();
    @SuppressWarnings("NullAway.Init") // made on the window's thread before each test
    private RunningWork work;

    @BeforeAll
    static void prepareInNovember() throws Exception {
        var pipelines = DemoPipelines.on(NOVEMBER, november);
        pipelines.fetch("set-up", FeedChoice.Demo.standard(), feed -> {
            RunContext context = RunContext.unwatched();
            new Download(pipelines.workspace(), feed, pipelines.clock())
                    .run(SMALL.symbols(), SMALL.years(), false, context).orFail();
            new PrepareRegime(pipelines.workspace())
                    .run(WorkspaceLabelling.of(pipelines.workspace()).labelling(SMALL.horizon()), context);
            new PreparePot(pipelines.workspace()).run(SMALL, context);
            var train = new Train(pipelines.workspace(), pipelines.clock());
            train.regime(RegimeTrainingOptions.of(1).withBooster(QUICK), context);
            return train.pot(PotTrainingOptions.of(1).withBooster(QUICK), context);
        });
    }

    @BeforeEach
    void start() {
        work = UiWindow.onFx(() -> new RunningWork(workers.work()));
    }

    @AfterEach
    void close() {
        workers.close();
    }

    private UpdateDesk desk(Pipelines pipelines) {
        return UiWindow.onFx(() -> new UpdateDesk(pipelines, new UpdateState(memory, pipelines.workspace().root()),
                work, new UpdateDesk.Shell(told, told, looks::incrementAndGet), market, EVENING));
    }

    private static void onFx(Runnable action) {
        UiWindow.onFx(() -> {
            action.run();
            return action;
        });
    }

    private void untilAllEnded() {
        UiWindow.until("the end of all work", () -> work.tasks().isEmpty());
    }

    /// Bars that never come, after something was done.
    private static final class NoBars implements Pipelines {
        private final Path folder;
        private final AtomicInteger asked = new AtomicInteger();
        private final CountDownLatch gate;

        NoBars(Path folder, int waits) {
            this.folder = folder;
            gate = new CountDownLatch(waits);
        }

        @Override
        public Workspace workspace() {
            return Workspace.at(folder);
        }

        @Override
        public <T> T write(String command, Writing<T> writing) {
            throw new AssertionError("an update takes bars");
        }

        @Override
        public <T> T fetch(String command, FeedChoice choice, Fetching<T> fetching) throws Exception {
            asked.incrementAndGet();
            gate.await();
            throw new StageFailure(Stage.DOWNLOAD, "TWS does not answer.");
        }

        @Override
        public BarFeed feed(FeedChoice choice) {
            throw new AssertionError("an update holds the workspace");
        }
    }

    @Test
    void aFailureSaysWhatIsKeptAndIsTakenBackByARetry() {
        var pipelines = new NoBars(november, 0);
        UpdateDesk desk = desk(pipelines);

        onFx(desk::update);
        untilAllEnded();

        assertThat(told.problems).singleElement().satisfies(problem -> {
            assertThat(problem.what()).isEqualTo("The update stopped: TWS does not answer.");
            assertThat(problem.kept()).contains("is kept");
            assertThat(problem.next()).contains("try again");
        });
        onFx(told.problems.getFirst().offer().orElseThrow().action());
        untilAllEnded();
        assertThat(pipelines.asked).hasValue(2);
        assertThat(told.problems).as("only the second failure stands").hasSize(1);
        assertThat(looks).as("looks at the workspace").hasValue(2);
    }

    @Test
    void aCancelledUpdateCanBeStartedAgain() {
        var pipelines = new NoBars(november, 1);
        UpdateDesk desk = desk(pipelines);

        onFx(desk::update);
        UiWindow.until("the update at work", () -> pipelines.asked.get() == 1);
        onFx(desk::update);
        onFx(desk::cancel);
        untilAllEnded();

        assertThat(pipelines.asked).as("started once").hasValue(1);
        assertThat(desk.state().runningProperty().get()).isFalse();
        assertThat(desk.state().outcomeProperty().get()).startsWith("The update was cancelled.").contains("kept");
        assertThat(told.problems).isEmpty();
        onFx(desk::update);
        assertThat(desk.state().runningProperty().get()).isTrue();
        pipelines.gate.countDown();
        untilAllEnded();
        assertThat(pipelines.asked).hasValue(2);
    }

    @Test
    void anEmptyWorkspaceIsLedToTheSetUpInsteadOfARetry() {
        var pipelines = new NoBars(folder, 0);
        UpdateDesk desk = desk(pipelines);

        onFx(desk::update);
        untilAllEnded();

        assertThat(pipelines.asked).as("no gateway is asked").hasValue(0);
        assertThat(told.problems).singleElement()
                .satisfies(problem -> assertThat(problem.what()).contains("holds no bars yet"));
        onFx(told.problems.getFirst().offer().orElseThrow().action());
        assertThat(told.ways).containsExactly("SETUP");
        assertThat(told.problems).isEmpty();
    }

    @Test
    void itWaitsForOtherWorkThatWrites() {
        var pipelines = new NoBars(folder, 0);
        UpdateDesk desk = desk(pipelines);
        var gate = new CountDownLatch(1);
        onFx(() -> work.start(Job.writing("Download", progress -> {
            gate.await();
            return 1;
        }), end -> {}));

        onFx(desk::update);

        assertThat(told.problems).singleElement()
                .satisfies(problem -> assertThat(problem.what()).contains("cannot start while other work writes"));
        gate.countDown();
        untilAllEnded();
        assertThat(pipelines.asked).hasValue(0);
    }

    @Test
    void itStartsByItselfOnlyWhereThatWasChosen() {
        var pipelines = new NoBars(november, 0);
        UpdateDesk unasked = desk(pipelines);
        onFx(unasked::startWhenDue);
        untilAllEnded();
        assertThat(pipelines.asked).as("by default").hasValue(0);

        onFx(() -> unasked.state().whenDueProperty().set(true));
        UpdateDesk chosen = desk(pipelines);
        onFx(chosen::startWhenDue);
        untilAllEnded();
        assertThat(pipelines.asked).as("remembered by the next window").hasValue(1);
        assertThat(desk(new NoBars(folder, 0)).state().whenDueProperty().get()).as("of another workspace").isFalse();
    }

    @Test
    void itDoesNotStartByItselfWithoutDataOrBesideOtherWork() {
        var empty = new NoBars(folder, 0);
        UpdateDesk first = desk(empty);
        onFx(() -> first.state().whenDueProperty().set(true));
        onFx(first::startWhenDue);
        untilAllEnded();
        assertThat(empty.asked).as("without data").hasValue(0);

        var due = new NoBars(november, 0);
        UpdateDesk second = desk(due);
        onFx(() -> second.state().whenDueProperty().set(true));
        var gate = new CountDownLatch(1);
        onFx(() -> {
            work.start(Job.writing("Download", progress -> {
                gate.await();
                return 1;
            }), end -> {});
            second.startWhenDue();
        });
        UiWindow.until("the look", () -> work.tasks().size() == 1);
        gate.countDown();
        untilAllEnded();
        assertThat(due.asked).as("beside other work").hasValue(0);
        assertThat(told.problems).isEmpty();
    }

    @Test
    void oneClickTakesAWorkspaceFromLastMonthToToday() throws IOException {
        Workspace workspace = copyOfNovember();
        var pipelines = DemoPipelines.on(DECEMBER, workspace.root());
        var state = new OverviewState();
        OverviewScreen[] shown = new OverviewScreen[1];
        UpdateState update = new UpdateState(memory, workspace.root());
        ui.show(() -> {
            var desk = new OverviewDesk(pipelines, state, work, told, market, EVENING, SMALL);
            var updates = new UpdateDesk(pipelines, update, work,
                    new UpdateDesk.Shell(told, told, () -> shown[0].shown()), market, EVENING);
            shown[0] = OverviewScreen.load(state, desk, updates, told, work,
                    new ChartCard.Saving(ui.theme(), work, told, GivenFiles.none()));
            shown[0].shown();
            return shown[0].view();
        });
        UiWindow.until("a first look", () -> state.overviewProperty().get() != null);
        UiWindow.settle();
        int options = Objects.requireNonNull(state.overviewProperty().get()).options();
        assertThat(text("#standing")).isEqualTo("Bars reach to 2024-11-29; 21 sessions are missing. "
                + "The monthly update is due.");
        ui.robot().clickOn("#whenDue");

        ui.robot().clickOn("#update");
        UiWindow.until("training", () -> update.doingProperty().get().startsWith("Train"));
        untilAllEnded();
        UiWindow.settle();

        ui.pictures("update-done");
        assertThat(told.problems).isEmpty();
        assertThat(told.sentences).singleElement().asString()
                .matches("Updated: 21 more days and [1-9]\\d* more options to learn from\\.");
        assertThat(text("#outcome").lines()).anyMatch(line -> line.startsWith("Regime classifier: Run 2 is in use"))
                .anyMatch(line -> line.startsWith("Probability of touch: Run 2 is "))
                .last().asString().startsWith("Report: " + workspace.reports()).endsWith(".md");
        assertThat(text("#standing")).startsWith("Up to date to 2024-12-31.");
        assertThat(Objects.requireNonNull(state.overviewProperty().get()).options()).isGreaterThan(options);
        assertThat(ui.robot().lookup("#accuracy").queryAs(MetricTile.class).getInterval()).contains("run 2");
        assertThat(ui.robot().lookup("#whenDue").queryAs(CheckBox.class).isSelected()).isTrue();
        onFx(shown[0]::close);
    }

    private String text(String selector) {
        return ui.robot().lookup(selector).queryAs(Labeled.class).getText();
    }

    private Workspace copyOfNovember() throws IOException {
        Path copy = folder.resolve("w");
        try (var files = Files.walk(november)) {
            for (Path file : files.toList()) {
                Path target = copy.resolve(november.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
        return Workspace.at(copy);
    }
}
