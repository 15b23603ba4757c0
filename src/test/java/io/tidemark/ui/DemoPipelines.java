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
    private static final LocalDate YEAR_END = LocalDate.of(2024, 12, 31);

    private final Path folder;
    private final Clock clock;
    private final FeedChoice demo;

    /// The pipeline of a folder.
    public DemoPipelines(Path folder) {
        this(folder, CLOCK, YEAR_END);
    }

    private DemoPipelines(Path folder, Clock clock, LocalDate lastDay) {
        this.folder = folder;
        this.clock = clock;
        demo = new FeedChoice.Demo(Optional.empty(), Optional.of(lastDay));
    }

    /// The pipeline of a folder at noon of the day after the demo market's last session.
    public static DemoPipelines on(LocalDate lastDay, Path folder) {
        return new DemoPipelines(folder, Clock.fixed(lastDay.plusDays(1).atTime(12, 0).toInstant(ZoneOffset.UTC),
                ZoneOffset.UTC), lastDay);
    }

    /// The time there.
    public Clock clock() {
        return clock;
    }

    @Override
    public Workspace workspace() {
        return Workspace.at(folder);
    }

    @Override
    public <T> T write(String command, Writing<T> work) throws Exception {
        try (Application _ = Application.open(folder, command, clock)) {
            return work.run();
        }
    }

    @Override
    public <T> T fetch(String command, FeedChoice choice, Fetching<T> work) throws Exception {
        try (Application _ = Application.open(folder, command, clock); BarFeed feed = feed(choice)) {
            return work.run(feed);
        }
    }

    @Override
    public BarFeed feed(FeedChoice choice) throws IOException {
        return new Feeds(clock).open(choice instanceof FeedChoice.Demo ? demo : choice);
    }
}
