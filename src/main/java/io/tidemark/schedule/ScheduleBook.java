package io.tidemark.schedule;

import io.tidemark.storage.Json;
import io.tidemark.workspace.Workspace;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a workspace knows of its scheduled updates: `data/schedule.json`.
///
/// @param format version of this form
/// @param plan when updates are to run; null when none is scheduled
/// @param since when the plan was made; null without one
/// @param lastGood when a scheduled update last went well; null when none did
/// @param lastRun the last scheduled update; null when there was none
public record ScheduleBook(int format, @Nullable MonthlyPlan plan, @Nullable Instant since,
        @Nullable Instant lastGood, @Nullable Ran lastRun) {
    private static final int FORMAT = 1;

    /// A scheduled update that ended.
    ///
    /// @param at when
    /// @param good whether it went well
    /// @param sentence what came of it
    public record Ran(Instant at, boolean good, String sentence) {}

    /// The book of a workspace; an empty one when there is none.
    ///
    /// @throws IOException when it cannot be understood
    public static ScheduleBook of(Workspace workspace) throws IOException {
        try {
            return Json.read(file(workspace), ScheduleBook.class);
        } catch (NoSuchFileException e) {
            return new ScheduleBook(FORMAT, null, null, null, null);
        }
    }

    /// Whether a scheduled update has something to do: a planned moment has passed since the last one that went well,
    /// or since the plan was made. Without a plan, always.
    public boolean isDue(Clock clock) {
        if (plan == null || since == null) {
            return true;
        }
        Instant done = lastGood != null && lastGood.isAfter(since) ? lastGood : since;
        return plan.atOrBefore(clock.instant().atZone(clock.getZone())).toInstant().isAfter(done);
    }

    /// The same with a new plan, or with none.
    ScheduleBook with(@Nullable MonthlyPlan other, Clock clock) {
        boolean same = Objects.equals(plan, other);
        return new ScheduleBook(FORMAT, other, same ? since : other == null ? null : clock.instant(), lastGood,
                lastRun);
    }

    /// The same after a scheduled update.
    public ScheduleBook ran(boolean good, String sentence, Clock clock) {
        Instant now = clock.instant();
        return new ScheduleBook(FORMAT, plan, since, good ? now : lastGood, new Ran(now, good, sentence));
    }

    /// Keeps the book. Call it under the workspace's lock.
    ///
    /// @throws IOException when it cannot be written
    public void keepIn(Workspace workspace) throws IOException {
        Json.write(file(workspace), this);
    }

    private static Path file(Workspace workspace) {
        return workspace.scheduleFile();
    }
}
