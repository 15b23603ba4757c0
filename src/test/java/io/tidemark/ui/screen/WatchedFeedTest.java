package io.tidemark.ui.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.gateway.GatewayState;
import io.tidemark.gateway.Severity;
import io.tidemark.gateway.HistoryDuration;
import io.tidemark.market.Universe;
import io.tidemark.pipeline.FeedChoice;
import io.tidemark.pipeline.FeedTrial;
import io.tidemark.pipeline.StageFailure;
import io.tidemark.ui.DemoPipelines;
import io.tidemark.ui.UiWindow;
import io.tidemark.work.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class WatchedFeedTest {
    @RegisterExtension
    final UiWindow ui = new UiWindow();

    @TempDir
    Path folder;

    private final MarketStatus market = new MarketStatus();
    private final List<GatewayState> states = new ArrayList<>();

    private WatchedFeed feed(FeedChoice choice) throws IOException {
        market.gatewayProperty().addListener((observed, before, state) -> states.add(state));
        return new WatchedFeed(new DemoPipelines(folder).feed(choice), market, DemoPipelines.CLOCK);
    }

    private List<GatewayMessage> messages() {
        return UiWindow.onFx(() -> List.copyOf(market.log().messages()));
    }

    @Test
    void aTrialLightsTheLampAndPutsItOut() throws IOException {
        FeedTrial trial;
        try (var feed = feed(FeedChoice.Demo.standard())) {
            trial = feed.tryOut(Progress.none());
        }
        assertThat(trial).isInstanceOfSatisfying(FeedTrial.Passed.class, passed -> {
            assertThat(passed.bars()).hasSize(5);
            assertThat(passed.source().isDemo()).isTrue();
        });
        assertThat(messages()).extracting(GatewayMessage::text).contains("Accounts: DEMO42", "Closed.");
        assertThat(states).containsSubsequence(GatewayState.CONNECTING, GatewayState.HANDSHAKING,
                GatewayState.STARTING, GatewayState.READY, GatewayState.DISCONNECTED);
        assertThat(market.gatewayProperty().get()).isEqualTo(GatewayState.DISCONNECTED);
    }

    @Test
    void whatAFeedRefusesIsLoggedAsAnError() throws IOException {
        try (var feed = feed(FeedChoice.Demo.standard())) {
            assertThat(feed.fetch(Universe.instrument(io.tidemark.market.Symbol.of("NOSUCH")), HistoryDuration.years(1),
                    Progress.none()))
                    .isNotNull();
        }
        assertThat(messages()).anySatisfy(message -> {
            assertThat(message.severity()).isEqualTo(Severity.ERROR);
            assertThat(message.code()).isEqualTo(200);
            assertThat(message.text()).startsWith("NOSUCH: refused with error 200");
        });
    }

    @Test
    void aFolderThatIsNotThereIsLoggedAndStillThrown() throws IOException {
        try (var feed = feed(new FeedChoice.CsvFolder(folder.resolve("nowhere")))) {
            assertThatThrownBy(() -> feed.open(Progress.none())).isInstanceOf(StageFailure.class);
        }
        assertThat(messages()).singleElement().satisfies(
                message -> assertThat(message.text()).contains("nowhere is not a folder"));
    }
}
