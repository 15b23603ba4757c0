package io.tidemark.ui.app;

import io.tidemark.pipeline.BarFeed;
import io.tidemark.pipeline.FeedChoice;
import io.tidemark.ui.screen.Pipelines;
import io.tidemark.wiring.Application;
import io.tidemark.wiring.Feeds;
import io.tidemark.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/// The pipeline with the real parts behind it, for one folder.
final class WiredPipelines implements Pipelines {
    private static final String US = "workbench: ";

    private final Path folder;
    private final Workspace workspace;
    private final Clock clock;

    WiredPipelines(Path folder, Clock clock) {
        this.folder = folder;
        this.workspace = Workspace.at(folder);
        this.clock = clock;
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
        try (Application _ = Application.open(folder, US + command, clock); BarFeed feed = Feeds.of(choice, clock)) {
            return work.run(feed);
        }
    }

    @Override
    public BarFeed feed(FeedChoice choice) throws IOException {
        return Feeds.of(choice, clock);
    }
}
