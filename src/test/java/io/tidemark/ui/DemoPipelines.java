package io.tidemark.ui;

import io.tidemark.pipeline.BarFeed;
import io.tidemark.pipeline.FeedChoice;
import io.tidemark.ui.screen.Pipelines;
import io.tidemark.wiring.Application;
import io.tidemark.wiring.Feeds;
import io.tidemark.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/// The real pipeline in a folder, with a demo market that has reached the last day of 2024.
public final class DemoPipelines implements Pipelines {
    /// Two days after the demo market's last session.
    public static final Clock CLOCK = Clock.fixed(Instant.parse("2025-01-02T12:00:00Z"), ZoneOffset.UTC);
    private static final FeedChoice YEAR_END = new FeedChoice.Demo(Optional.empty(),
            Optional.of(LocalDate.of(2024, 12, 31)));

    private final Path folder;

    /// The pipeline of a folder.
    public DemoPipelines(Path folder) {
        this.folder = folder;
    }

    @Override
    public Workspace workspace() {
        return Workspace.at(folder);
    }

    @Override
    public <T> T write(String command, Writing<T> work) throws Exception {
        try (Application _ = Application.open(folder, command, CLOCK)) {
            return work.run();
        }
    }

    @Override
    public <T> T fetch(String command, FeedChoice choice, Fetching<T> work) throws Exception {
        try (Application _ = Application.open(folder, command, CLOCK); BarFeed feed = feed(choice)) {
            return work.run(feed);
        }
    }

    @Override
    public BarFeed feed(FeedChoice choice) throws IOException {
        return new Feeds(CLOCK).open(choice instanceof FeedChoice.Demo ? YEAR_END : choice);
    }
}
