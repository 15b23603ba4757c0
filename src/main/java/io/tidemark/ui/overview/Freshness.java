package io.tidemark.ui.overview;

import io.tidemark.history.BarManifest;
import io.tidemark.market.TradingCalendar;
import io.tidemark.pipeline.WorkspaceOverview;
import io.tidemark.pipeline.WorkspaceOverview.Need;
import io.tidemark.schedule.MonthlyPlan;
import io.tidemark.schedule.ScheduleBook;
import io.tidemark.workspace.Workspace;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Optional;

/// How far the bars reach, and whether the monthly update is due.
///
/// It is due when the bars lack the end of the month before the last moment planned: a month that was missed stays
/// due, whoever made the update and wherever.
///
/// @param storedTo last session of the symbol furthest behind
/// @param missing finished sessions since
/// @param due whether the update of the last month is still to come
/// @param next day of the next one planned
record Freshness(LocalDate storedTo, int missing, boolean due, LocalDate next) {

    /// The standing of a workspace by its schedule, or by the usual day when none was made.
    ///
    /// @throws IOException when the schedule cannot be understood
    static Optional<Freshness> of(WorkspaceOverview found, Workspace workspace, Clock clock) throws IOException {
        MonthlyPlan scheduled = ScheduleBook.of(workspace).plan();
        return of(found, scheduled == null ? MonthlyPlan.usual() : scheduled, clock);
    }

    /// The standing of a workspace; nothing before it was set up.
    static Optional<Freshness> of(WorkspaceOverview found, MonthlyPlan plan, Clock clock) {
        if (found.need() == Need.SET_UP) {
            return Optional.empty();
        }
        ZonedDateTime now = clock.instant().atZone(clock.getZone());
        LocalDate monthEnd = TradingCalendar.nyse()
                .lastSessionAtOrBefore(plan.atOrBefore(now).toLocalDate().withDayOfMonth(1).minusDays(1));
        LocalDate next = plan.after(now).toLocalDate();
        return found.bars().stream().map(BarManifest::lastDate).min(LocalDate::compareTo)
                .map(last -> new Freshness(last, found.sessionsBehind(), last.isBefore(monthEnd), next));
    }

    /// The standing for a person.
    String sentence() {
        if (missing == 0) {
            return "Up to date to " + storedTo + ". The next monthly update is due on " + next + ".";
        }
        String lack = "Bars reach to " + storedTo + "; " + (missing == 1
                ? "1 session is missing. "
                : missing + " sessions are missing. ");
        return lack + (due ? "The monthly update is due." : "The next monthly update is due on " + next + ".");
    }
}
