package io.tidemark.ui.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.pipeline.FeedChoice;
import io.tidemark.ui.DemoPipelines;
import io.tidemark.ui.Told;
import io.tidemark.ui.UiWindow;
import io.tidemark.ui.screen.MarketStatus;
import io.tidemark.ui.screen.Memory;
import io.tidemark.ui.setup.StageRow.Standing;
import io.tidemark.ui.task.FxStallWatch;
import io.tidemark.ui.task.RunningWork;
import io.tidemark.ui.task.Workers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class SetupGuideTest {
    /// What a person begins to feel is 100 ms; a machine that does other things meanwhile is given some more.
    private static final double STALL = 250;

    @RegisterExtension
    final UiWindow ui = new UiWindow();

    @TempDir
    Path folder;

    private final Workers workers = new Workers();
    private final Told told = new Told();
    private final MarketStatus market = new MarketStatus();
    private final Map<String, String> kept = new HashMap<>();
    @SuppressWarnings("NullAway.Init") // made on the window's thread before each test
    private SetupState state;

    @BeforeEach
    void open() {
        kept.put("samples", "400");
        reopen();
    }

    private void reopen() {
        ui.show(() -> {
            state = new SetupState();
            var work = new RunningWork(workers.work());
            var desk = new SetupDesk(new DemoPipelines(folder), state, work, told, market, memory(),
                    DemoPipelines.CLOCK);
            var screen = SetupScreen.load(state, desk, work, told, () -> {});
            screen.shown();
            return screen.view();
        });
    }

    private Memory memory() {
        return new Memory() {
            @Override
            public Optional<String> get(String name) {
                return Optional.ofNullable(kept.get(name));
            }

            @Override
            public void put(String name, String text) {
                kept.put(name, text);
            }
        };
    }

    @AfterEach
    void close() {
        workers.close();
    }

    private void next() {
        ui.robot().clickOn("#next");
        UiWindow.settle();
    }

    @Test
    void clickingThroughLeadsFromAnEmptyFolderToBothModels() {
        ui.picture("setup-folder");
        next();
        ui.robot().clickOn("#test");
        UiWindow.until("an answer", () -> state.didProperty().get().startsWith("It answers: demo:"));
        ui.pictures("setup-source");
        next();
        ui.picture("setup-symbols");
        next();
        assertThat(ui.robot().lookup("#next").query().isDisabled()).isTrue();
        FxStallWatch watch = UiWindow.onFx(FxStallWatch::start);
        ui.robot().clickOn("#run");
        UiWindow.until("the regime training",
                () -> state.stages().get(3).standingProperty().get() == Standing.RUNNING);
        ui.pictures("setup-running");
        UiWindow.until("the touch training",
                () -> state.stages().get(4).standingProperty().get() != Standing.WAITING);
        UiWindow.until("the end of the run", () -> !state.runningProperty().get());
        watch.close();
        UiWindow.settle();
        ui.pictures("setup-done");
        assertThat(state.troubleProperty().get()).isEmpty();
        assertThat(state.stages()).allMatch(row -> row.standingProperty().get() == Standing.DONE);
        assertThat(folder.resolve("models/regime_classifier.ubj")).exists();
        assertThat(folder.resolve("models/probability_of_touch.ubj")).exists();
        next();
        assertThat(((Labeled) ui.robot().lookup("#title").query()).getText()).isEqualTo("What now");
        next();
        assertThat(told.ways).containsExactly("OVERVIEW");
        assertThat(watch.longestMillis()).as(watch.culprit()).isLessThan(STALL);
    }

    @Test
    void aRunThatIsCancelledKeepsTheStepAndCanBeTakenUp() {
        UiWindow.onFx(() -> {
            state.stepProperty().set(SetupStep.RUN);
            return state;
        });
        UiWindow.settle();
        ui.robot().clickOn("#run");
        UiWindow.until("the run", () -> state.stages().getFirst().standingProperty().get() != Standing.WAITING);
        ui.robot().clickOn("#cancel");
        UiWindow.until("the end of the run", () -> !state.runningProperty().get());
        assertThat(state.didProperty().get()).startsWith("Cancelled.").contains("run again");
        assertThat(ui.robot().lookup("#run").query().isDisabled()).isFalse();
        reopen();
        assertThat(UiWindow.onFx(() -> state.stepProperty().get())).isEqualTo(SetupStep.RUN);
        assertThat(Files.exists(folder.resolve("models/regime_classifier.ubj"))).isFalse();
    }

    @Test
    void whatIsWrongIsSaidBesideTheButton() {
        UiWindow.onFx(() -> {
            state.stepProperty().set(SetupStep.SYMBOLS);
            state.symbolsProperty().set("SPY, TSLA");
            return state;
        });
        UiWindow.settle();
        assertThat(((Labeled) ui.robot().lookup("#reason").query()).getText()).contains("SPY and VIX are needed");
        assertThat(ui.robot().lookup("#next").query().isDisabled()).isTrue();
    }

    @Test
    void aGatewayThatDoesNotListenIsToldWithAdvice() {
        market.choiceProperty().set(new FeedChoice.Gateway("127.0.0.1", 1, 71));
        reopen();
        UiWindow.onFx(() -> {
            state.stepProperty().set(SetupStep.SOURCE);
            return state;
        });
        UiWindow.settle();
        ui.robot().clickOn("#test");
        UiWindow.until("the trouble", () -> !state.troubleProperty().get().isEmpty());
        UiWindow.settle();
        ui.picture("setup-refused");
        assertThat(state.troubleProperty().get()).contains("TWS");
        assertThat(ui.robot().lookup("#test").query().isDisabled()).isFalse();
    }
}
