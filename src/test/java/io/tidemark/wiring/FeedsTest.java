package io.tidemark.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.gateway.HistoryDuration;
import io.tidemark.market.Universe;
import io.tidemark.pipeline.FeedChoice;
import io.tidemark.work.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FeedsTest {
    private final Feeds feeds = new Feeds(Clock.systemUTC());

    @Test
    void requestsOfAClosedFeedStillCountForTheNextOne() throws IOException {
        var wish = new DemoServer.Wish(0, Optional.empty(), Optional.empty(),
                Optional.of(LocalDate.of(2024, 12, 31)), List.of());
        try (var server = DemoServer.start(wish, Clock.systemUTC())) {
            var choice = new FeedChoice.Gateway("127.0.0.1", server.port(), 71);
            try (var feed = feeds.open(choice)) {
                assertThat(feed.tryOut(Progress.none())).isNotNull();
            }
            try (var feed = feeds.open(choice)) {
                assertThat(feed.fetch(Universe.instrument(Universe.VIX), HistoryDuration.years(1), Progress.none()))
                        .isNotNull();
            }
            assertThat(feeds.pacing(choice)).hasValueSatisfying(usage -> assertThat(usage.used()).isEqualTo(2));
        }
    }

    @Test
    void onlyGatewaysLimitRequests() {
        assertThat(feeds.pacing(FeedChoice.Demo.standard())).isEmpty();
        assertThat(feeds.pacing(new FeedChoice.CsvFolder(Path.of("bars")))).isEmpty();
        assertThat(feeds.pacing(new FeedChoice.Gateway("127.0.0.1", 7497, 71)))
                .hasValueSatisfying(usage -> assertThat(usage.used()).isZero());
    }
}
