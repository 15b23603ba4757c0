package io.tidemark.ui.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.pipeline.FeedChoice;
import io.tidemark.pipeline.WorkspaceLabelling;
import io.tidemark.regime.RegimeThresholds;
import io.tidemark.ui.DemoPipelines;
import io.tidemark.ui.Told;
import io.tidemark.ui.UiWindow;
import io.tidemark.ui.screen.MarketStatus;
import io.tidemark.ui.screen.Memory;
import io.tidemark.ui.setup.StageRow.Standing;
import io.tidemark.ui.task.RunningWork;
import io.tidemark.ui.task.Workers;
import io.tidemark.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class SetupGuideTest {
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
            var rules = new RulesDesk(Workspace.at(folder), state, work, workers.quick());
            var screen = SetupScreen.load(state, desk, rules, work, ui.theme(), told, () -> {});
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
        adjustTheRules();
        next();
        assertThat(ui.robot().lookup("#next").query().isDisabled()).isTrue();
        ui.robot().clickOn("#run");
        UiWindow.until("the regime training",
                () -> state.stages().get(3).standingProperty().get() == Standing.RUNNING);
        ui.pictures("setup-running");
        UiWindow.until("the touch training",
                () -> state.stages().get(4).standingProperty().get() != Standing.WAITING);
        UiWindow.until("the end of the run", () -> !state.runningProperty().get());
        UiWindow.settle();
        ui.pictures("setup-done");
        assertThat(state.troubleProperty().get()).isEmpty();
        assertThat(state.stages()).allMatch(row -> row.standingProperty().get() == Standing.DONE);
        assertThat(folder.resolve("models/regime_classifier.ubj")).exists();
        assertThat(folder.resolve("models/probability_of_touch.ubj")).exists();
        comeBackToTheRules();
        next();
        assertThat(((Labeled) ui.robot().lookup("#title").query()).getText()).isEqualTo("What now");
        next();
        assertThat(told.ways).containsExactly("OVERVIEW");
    }

    private void adjustTheRules() {
        assertThat(textOf("#changed")).contains("once the bars of SPY and VIX are downloaded");
        UiWindow.onFx(() -> {
            ((Slider) ui.robot().lookup("#threshold-EXTREME_VIX").query()).setValue(34);
            return state;
        });
        UiWindow.settle();
        assertThat(textOf("#next")).isEqualTo("Apply rules, next: run");
        ui.pictures("setup-rules-empty");
        next();
        UiWindow.until("the next step", () -> state.stepProperty().get() == SetupStep.RUN);
        assertThat(thresholds().extremeVix()).isEqualTo(34);
        ui.robot().clickOn("#back");
        UiWindow.settle();
    }

    private RegimeThresholds thresholds() {
        try {
            return WorkspaceLabelling.of(Workspace.at(folder)).thresholds();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void comeBackToTheRules() {
        ui.robot().clickOn("#back");
        UiWindow.until("the days", () -> state.daysProperty().get() != null);
        assertThat(textOf("#changed")).isEqualTo("As the rules in force label the days.");
        ui.robot().clickOn("#defaults");
        UiWindow.until("other days", () -> textOf("#changed").contains("against"));
        ui.pictures("setup-rules");
        assertThat(UiWindow.onFx(() -> Objects.requireNonNull(state.daysProperty().get()).changed())).isPositive();
        assertThat(thresholds().extremeVix()).as("kept until applied").isEqualTo(34);
        ui.robot().clickOn("#revert");
        UiWindow.settle();
        next();
    }

    private String textOf(String selector) {
        return UiWindow.onFx(() -> ((Labeled) ui.robot().lookup(selector).query()).getText());
    }

    @Test
    void aRunThatIsCancelledKeepsTheStepAndCanBeTakenUp() {
        next();
        next();
        next();
        next();
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
