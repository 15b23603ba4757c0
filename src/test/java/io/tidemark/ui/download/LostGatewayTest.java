package io.tidemark.ui.download;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.gateway.GatewayState;
import io.tidemark.gateway.demo.DemoGateway;
import io.tidemark.gateway.demo.DemoOptions;
import io.tidemark.gateway.demo.Fault;
import io.tidemark.market.Symbol;
import io.tidemark.pipeline.FeedChoice;
import io.tidemark.ui.DemoPipelines;
import io.tidemark.ui.QuickPipelines;
import io.tidemark.ui.Told;
import io.tidemark.ui.UiWindow;
import io.tidemark.ui.download.DownloadRow.Standing;
import io.tidemark.ui.screen.GatewayMessage;
import io.tidemark.ui.screen.MarketStatus;
import io.tidemark.ui.task.RunningWork;
import io.tidemark.ui.task.Workers;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// The gateway goes away in the middle of a download.
class LostGatewayTest {
    private static final DemoOptions SOUND = DemoOptions.builtIn(Optional.empty(),
            Optional.of(LocalDate.of(2024, 12, 31)), DemoPipelines.CLOCK);

    @RegisterExtension
    final UiWindow ui = new UiWindow();

    @TempDir
    Path folder;

    private final Workers workers = new Workers();
    private final DownloadState state = new DownloadState();
    private final MarketStatus market = new MarketStatus();

    private void open(int port, Duration reconnect) {
        market.choiceProperty().set(new FeedChoice.Gateway("127.0.0.1", port, 71));
        ui.show(() -> {
            var work = new RunningWork(workers.work());
            var told = new Told();
            var pipelines = new QuickPipelines(folder, market, Duration.ofSeconds(3), reconnect);
            var desk = new DownloadDesk(pipelines, state, work, told, market, DemoPipelines.CLOCK);
            var made = DownloadScreen.load(state, desk, work, told);
            made.shown();
            return made.view();
        });
        UiWindow.until("the default symbols", () -> state.rows().size() == 5);
    }

    @AfterEach
    void close() {
        workers.close();
    }

    private static DemoGateway silentAbout(String symbol) throws IOException {
        return DemoGateway.start(SOUND.withFaults(List.of(Fault.parse("no-answer@" + symbol))));
    }

    private DownloadRow row(String symbol) {
        return state.row(Symbol.of(symbol));
    }

    private boolean stands(String symbol, Standing standing) {
        return row(symbol).standingProperty().get() == standing;
    }

    private void untilEnded() {
        UiWindow.until("the end of the download", () -> !state.runningProperty().get());
        UiWindow.settle();
    }

    @Test
    void theDownloadGoesOnWhenTheGatewayComesBack() throws IOException {
        DemoGateway first = silentAbout("TSLA");
        open(first.port(), Duration.ofMillis(1500));
        ui.robot().clickOn("#all");
        UiWindow.until("the request for TSLA", () -> stands("TSLA", Standing.REQUESTING));
        first.close();
        var seen = new ArrayList<String>();
        UiWindow.until("the next try", () -> {
            boolean waits = stands("TSLA", Standing.RETRYING);
            if (waits) {
                seen.addAll(List.of(row("TSLA").nextProperty().get(), row("TSLA").attemptProperty().get() + "",
                        market.gatewayProperty().get().name(), row("TSLA").messageProperty().get()));
            }
            return waits;
        });
        ui.picture("download-retrying");
        try (DemoGateway second = DemoGateway.start(SOUND.withPort(first.port()))) {
            assertThat(second.port()).isEqualTo(first.port());
            untilEnded();
        }
        assertThat(seen).startsWith("in 2 s", "1", GatewayState.DISCONNECTED.name()).last().asString()
                .startsWith("TSLA: the connection was lost");
        assertThat(state.rows()).allMatch(each -> each.standingProperty().get() == Standing.STORED);
        assertThat(row("TSLA").attemptProperty().get()).isBetween(2, 4);
        assertThat(market.log().messages()).extracting(GatewayMessage::text).contains("The connection was lost.");
    }

    @Test
    void whatTheLostGatewayLeftOutIsDownloadedLater() throws IOException {
        DemoGateway first = silentAbout("NVDA");
        open(first.port(), Duration.ofMillis(20));
        ui.robot().clickOn("#all");
        UiWindow.until("the request for NVDA", () -> stands("NVDA", Standing.REQUESTING));
        first.close();
        untilEnded();
        ui.pictures("download-lost");
        assertThat(state.rows()).filteredOn(each -> each.standingProperty().get() == Standing.STORED)
                .extracting(each -> each.symbol().value()).containsExactly("SPY", "VIX", "TSLA");
        assertThat(row("AMD").standingProperty().get()).isEqualTo(Standing.FAILED);
        assertThat(row("NVDA").messageProperty().get()).startsWith("NVDA: the connection was lost")
                .contains("Check that TWS or IB Gateway");
        assertThat(row("NVDA").attemptProperty().get()).isEqualTo(4);
        assertThat(state.summaryProperty().get()).isEqualTo("3 stored, 2 failed. Nothing partial was stored.");
        assertThat(market.gatewayProperty().get()).isEqualTo(GatewayState.DISCONNECTED);
        try (DemoGateway second = DemoGateway.start(SOUND.withPort(first.port()))) {
            assertThat(second.port()).isEqualTo(first.port());
            ui.robot().clickOn("#all");
            untilEnded();
        }
        assertThat(stands("SPY", Standing.UP_TO_DATE)).isTrue();
        assertThat(stands("NVDA", Standing.STORED) && stands("AMD", Standing.STORED)).isTrue();
        assertThat(state.troubleProperty().get()).isEmpty();
    }
}
