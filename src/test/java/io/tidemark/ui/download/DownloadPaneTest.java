package io.tidemark.ui.download;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.market.Universe;
import io.tidemark.pipeline.BarFeed;
import io.tidemark.pipeline.BarsOnFile;
import io.tidemark.pipeline.FeedChoice;
import io.tidemark.pipeline.VolatilityChoice;
import io.tidemark.ui.DemoPipelines;
import io.tidemark.ui.Told;
import io.tidemark.ui.UiWindow;
import io.tidemark.ui.download.DownloadRow.Standing;
import io.tidemark.ui.screen.MarketStatus;
import io.tidemark.ui.screen.Pipelines;
import io.tidemark.ui.task.RunningWork;
import io.tidemark.ui.task.Workers;
import io.tidemark.work.Progress;
import io.tidemark.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class DownloadPaneTest {
    @RegisterExtension
    final UiWindow ui = new UiWindow();

    @TempDir
    Path folder;

    private final Workers workers = new Workers();
    private final Told told = new Told();
    private final DownloadState state = new DownloadState();
    private final MarketStatus market = new MarketStatus();

    private void open(Pipelines pipelines) {
        var screen = ui.show(() -> {
            var work = new RunningWork(workers.work());
            var desk = new DownloadDesk(pipelines, state, work, told, market, DemoPipelines.CLOCK);
            var made = DownloadScreen.load(state, desk, work, told);
            made.shown();
            return made.view();
        });
        assertThat(screen).isNotNull();
        UiWindow.until("the default symbols", () -> state.rows().size() == 5);
    }

    @AfterEach
    void close() {
        workers.close();
    }

    private Standing standing(int row) {
        return UiWindow.onFx(() -> state.rows().get(row).standingProperty().get());
    }

    @Test
    void everySymbolShowsWhatWasStoredAndFound() throws IOException {
        open(new DemoPipelines(folder));
        assertThat(standing(0)).isEqualTo(Standing.MISSING);
        ui.robot().clickOn("#all");
        UiWindow.until("the end of the download", () -> state.summaryProperty().get().contains("up to date"));
        ui.pictures("download");
        assertThat(state.rows()).allMatch(row -> row.standingProperty().get() == Standing.STORED);
        assertThat(state.rows().getFirst().rangeProperty().get()).endsWith("to 2024-12-31");
        assertThat(told.sentences).containsExactly("Bars of 5 symbols are stored.");
        assertThat(BarsOnFile.in(Workspace.at(folder), Progress.none())).hasSize(5);
    }

    @Test
    void aFolderThatIsNotThereIsToldWithWhatToDo() {
        market.choiceProperty().set(new FeedChoice.CsvFolder(folder.resolve("nowhere")));
        open(new DemoPipelines(folder));
        ui.robot().clickOn("#all");
        UiWindow.until("the trouble", () -> !state.troubleProperty().get().isEmpty());
        UiWindow.settle();
        ui.picture("download-failed");
        assertThat(state.troubleProperty().get()).contains("is not a folder");
        assertThat(state.rows()).noneMatch(row -> row.standingProperty().get().underWay());
        assertThat(ui.robot().lookup("#all").query().isDisabled()).isFalse();
    }

    @Test
    void cancellingLeavesAUsableScreen() {
        var begun = new CountDownLatch(1);
        open(new Stuck(new DemoPipelines(folder), begun));
        ui.robot().clickOn("#all");
        UiWindow.until("the download at work", () -> begun.getCount() == 0);
        UiWindow.settle();
        ui.robot().clickOn("#cancel");
        UiWindow.until("the end of the download", () -> !state.runningProperty().get());
        UiWindow.settle();
        assertThat(state.summaryProperty().get()).startsWith("Cancelled.");
        assertThat(ui.robot().lookup("#all").query().isDisabled()).isFalse();
        assertThat(state.row(Universe.SPY).standingProperty().get()).isNotEqualTo(Standing.STORED);
    }

    /// A pipeline whose gateway never answers.
    private record Stuck(DemoPipelines real, CountDownLatch begun) implements Pipelines {
        @Override
        public Workspace workspace() {
            return real.workspace();
        }

        @Override
        public <T> T write(String command, Writing<T> work) throws Exception {
            return real.write(command, work);
        }

        @Override
        public <T> T fetch(String command, FeedChoice choice, Fetching<T> work) throws Exception {
            begun.countDown();
            new CountDownLatch(1).await();
            return real.fetch(command, choice, work);
        }

        @Override
        public BarFeed feed(FeedChoice choice) throws IOException {
            return real.feed(choice);
        }
    }

    @Test
    void impliedVolatilityIsSwitchedOffForTheWorkspaceAndStaysSo() throws IOException {
        open(new DemoPipelines(folder));
        ui.robot().clickOn("#volatility");
        UiWindow.until("the choice is kept", () -> state.summaryProperty().get().contains("not downloaded any more"));

        assertThat(new VolatilityChoice(Workspace.at(folder)).isOn()).isFalse();
        ui.robot().clickOn("#all");
        UiWindow.until("the end of the download", () -> state.summaryProperty().get().contains("up to date"));
        assertThat(folder.resolve("data/historical/SPY_iv_daily_10y.csv")).doesNotExist();
        open(new DemoPipelines(folder));
        assertThat(UiWindow.onFx(() -> state.volatilityProperty().get())).isFalse();
    }
}
