package io.tidemark.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.model.ModelKind;
import io.tidemark.pipeline.DriftReport;
import io.tidemark.pipeline.PipelineSettings;
import io.tidemark.pipeline.WorkspaceOverview;
import io.tidemark.pipeline.WorkspaceOverview.Need;
import io.tidemark.ui.DemoPipelines;
import io.tidemark.ui.GivenFiles;
import io.tidemark.ui.KeptTexts;
import io.tidemark.ui.Told;
import io.tidemark.ui.UiWindow;
import io.tidemark.ui.chart.ChartCard;
import io.tidemark.ui.control.MetricTile;
import io.tidemark.ui.screen.MarketStatus;
import io.tidemark.ui.task.RunningWork;
import io.tidemark.ui.task.Workers;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OverviewPaneTest {
    private static final PipelineSettings SMALL = PipelineSettings.defaults().withSamplesPerSymbol(400);

    @RegisterExtension
    final UiWindow ui = new UiWindow();

    @TempDir
    Path folder;

    private final Workers workers = new Workers();
    private final Told told = new Told();
    private final OverviewState state = new OverviewState();
    private final KeptTexts memory = new KeptTexts();
    private final MarketStatus market = new MarketStatus();
    @SuppressWarnings("NullAway.Init") // made on the window's thread before each test
    private OverviewScreen screen;

    @BeforeEach
    void open() {
        ui.show(() -> {
            var work = new RunningWork(workers.work());
            var desk = new OverviewDesk(new DemoPipelines(folder), state, work, told, market, DemoPipelines.CLOCK,
                    SMALL);
            var update = new UpdateDesk(new DemoPipelines(folder), new UpdateState(memory, folder), work,
                    new UpdateDesk.Shell(told, told, () -> {}), market, DemoPipelines.CLOCK);
            screen = OverviewScreen.load(state, desk, update, told, work,
                    new ChartCard.Saving(ui.theme(), work, told, GivenFiles.none()));
            return screen.view();
        });
        UiWindow.onFx(() -> {
            screen.shown();
            return screen;
        });
        UiWindow.until("a first look", () -> state.overviewProperty().get() != null);
    }

    @AfterEach
    void close() {
        UiWindow.onFx(() -> {
            screen.close();
            return screen;
        });
        workers.close();
    }

    private String valueOf(String tile) {
        return ui.robot().lookup(tile).queryAs(MetricTile.class).getValue();
    }

    @Test
    void oneClickFillsAnEmptyWorkspaceFromTheDemoMarket() {
        ui.pictures("overview-empty");
        ui.robot().clickOn("Run the set-up on the demo market");
        UiWindow.until("the set-up at work", () -> state.runningProperty().get());
        ui.pictures("overview-running");
        UiWindow.until("the regime model", () -> !state.runningProperty().get()
                || (state.doingProperty().get().contains("touch") && state.doingProperty().get().startsWith("Train")));
        UiWindow.until("the end of the set-up", () -> !state.runningProperty().get());
        UiWindow.until("another look",
                () -> Objects.requireNonNull(state.overviewProperty().get()).need() != Need.SET_UP);
        UiWindow.until("a look for drift", () -> state.driftProperty().get() != null);
        UiWindow.settle();
        assertThat(valueOf("#drift")).isEqualTo("0");
        ui.pictures("overview");
        UiWindow.onFx(() -> {
            state.driftProperty().set(new DriftReport(List.of(new DriftReport.ModelDrift(ModelKind.REGIME_CLASSIFIER, 1,
                    List.of(), List.of(), List.of("vix of the last 63 sessions lies as no such window before did.")))));
            return state;
        });
        UiWindow.settle();
        assertThat(valueOf("#drift")).isEqualTo("1");
        assertThat(ui.robot().lookup("#driftText").queryLabeled().getText()).startsWith("vix of the last 63");
        ui.pictures("overview-drift");
        assertThat(state.troubleProperty().get()).isEmpty();
        assertThat(told.sentences).containsExactly("The workspace is set up: both models are trained.");
        assertThat(Objects.requireNonNull(state.overviewProperty().get()).need()).isEqualTo(Need.NOTHING);
        assertThat(valueOf("#bars")).isEqualTo("5");
        assertThat(valueOf("#options")).isEqualTo("1,600");
        assertThat(valueOf("#accuracy")).matches("\\d\\d\\.\\d %");
        assertThat(valueOf("#age")).isEqualTo("today");
        assertThat(Objects.requireNonNull(market.sourceProperty().get()).isDemo()).isTrue();
    }

    private static boolean isSeen(Node node) {
        return Stream.iterate(node, Objects::nonNull, Node::getParent).allMatch(Node::isVisible);
    }

    @ParameterizedTest
    @EnumSource(Need.class)
    void whateverIsNeededThereIsOneCallToActionAtMost(Need need) {
        UiWindow.onFx(() -> {
            state.standingProperty().set(need == Need.SET_UP
                    ? null
                    : new Freshness(LocalDate.of(2024, 11, 1), 30, need != Need.NOTHING, LocalDate.of(2025, 1, 2)));
            state.overviewProperty().set(new WorkspaceOverview(List.of(), List.of(), 0, Optional.empty(),
                    Optional.empty(), 30, need));
            return state;
        });
        UiWindow.settle();
        ui.pictures("overview-" + need);
        List<String> calls = ui.robot().lookup(".accent").queryAll().stream().filter(OverviewPaneTest::isSeen)
                .filter(Button.class::isInstance).map(each -> ((Button) each).getText()).toList();
        assertThat(calls).isEqualTo(switch (need) {
            case SET_UP -> List.of("Run the set-up on the demo market");
            case FINISH_SET_UP -> List.of("Open the set-up guide");
            case UPDATE_BARS, RETRAIN -> List.of("Update now");
            case NOTHING -> List.of();
        });
    }

    @Test
    void aCancelledSetUpSaysWhatIsKeptAndCanBeRunAgain() {
        ui.robot().clickOn("Run the set-up on the demo market");
        UiWindow.until("the set-up at work", () -> state.runningProperty().get());
        ui.robot().clickOn("Cancel");
        UiWindow.until("the end of the set-up", () -> !state.runningProperty().get());
        assertThat(state.troubleProperty().get()).contains("cancelled").contains("kept");
        UiWindow.settle();
        assertThat(ui.robot().lookup("#bar").query().isVisible()).isTrue();
        assertThat(ui.robot().lookup("#progress").query().isVisible()).isFalse();
    }
}
