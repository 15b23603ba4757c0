package io.tidemark.ui.app;

import io.tidemark.gateway.ClientKind;
import io.tidemark.gateway.PacingUsage;
import io.tidemark.pipeline.BarFeed;
import io.tidemark.pipeline.FeedChoice;
import io.tidemark.ui.screen.MarketStatus;
import io.tidemark.ui.screen.Pipelines;
import io.tidemark.ui.screen.WatchedFeed;
import io.tidemark.wiring.Application;
import io.tidemark.wiring.Feeds;
import io.tidemark.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/// The pipeline with the real parts behind it, for one folder.
final class WiredPipelines implements Pipelines {
    private static final String US = "workbench: ";

    private final Path folder;
    private final Workspace workspace;
    private final Clock clock;
    private final Feeds feeds;
    private final MarketStatus market;

    WiredPipelines(Path folder, Clock clock, Feeds feeds, MarketStatus market) {
        this.folder = folder;
        this.workspace = Workspace.at(folder);
        this.clock = clock;
        this.feeds = feeds;
        this.market = market;
    }

    @Override
    public Workspace workspace() {
        return workspace;
    }

    @Override
    public <T> T write(String command, Writing<T> work) throws Exception {
        try (Application _ = Application.open(folder, US + command, clock)) {
            return work.run();
        }
    }

    @Override
    public <T> T fetch(String command, FeedChoice choice, Fetching<T> work) throws Exception {
        try (Application _ = Application.open(folder, US + command, clock); BarFeed feed = feed(choice)) {
            return work.run(feed);
        }
    }

    @Override
    public BarFeed feed(FeedChoice choice) throws IOException {
        return new WatchedFeed(feeds.open(choice), market, clock);
    }

    @Override
    public Set<ClientKind> clients() {
        return Feeds.clients();
    }

    @Override
    public Optional<PacingUsage> pacing(FeedChoice choice) {
        return feeds.pacing(choice);
    }
}
