package io.tidemark.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.history.BarManifest;
import io.tidemark.market.DataSource;
import io.tidemark.history.VolumeUnit;
import io.tidemark.pipeline.WorkspaceOverview;
import io.tidemark.pipeline.WorkspaceOverview.Need;
import io.tidemark.schedule.MonthlyPlan;
import io.tidemark.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreshnessTest {
    private static WorkspaceOverview bars(Need need, int missing, String... lastDates) {
        List<BarManifest> bars = Stream.of(lastDates).map(last -> new BarManifest(BarManifest.FORMAT, "SPY",
                new DataSource(DataSource.Kind.DEMO, "42"), "TRADES", true, VolumeUnit.SHARES,
                LocalDate.of(2015, 1, 2), LocalDate.parse(last), 1, "0".repeat(64), Instant.EPOCH, 1,
                Optional.empty())).toList();
        return new WorkspaceOverview(bars, List.of(), 0, Optional.empty(), Optional.empty(), missing, need);
    }

    private static Freshness standing(String now, int missing, String... lastDates) {
        return Freshness.of(bars(Need.NOTHING, missing, lastDates), MonthlyPlan.usual(),
                Clock.fixed(Instant.parse(now), ZoneOffset.UTC)).orElseThrow();
    }

    @Test
    void itIsDueFromThePlannedMomentOnWhileTheMonthsEndIsMissing() {
        assertThat(standing("2024-07-02T18:29:00Z", 1, "2024-06-27").due()).as("a minute before").isFalse();
        assertThat(standing("2024-07-02T18:30:00Z", 1, "2024-06-27").due()).as("at the moment").isTrue();
        assertThat(standing("2024-07-02T18:30:00Z", 0, "2024-06-28").due()).as("with the month's end").isFalse();
        assertThat(standing("2024-09-20T12:00:00Z", 60, "2024-06-28").due()).as("months later").isTrue();
    }

    @Test
    void theSymbolFurthestBehindDecides() {
        Freshness found = standing("2024-07-15T12:00:00Z", 20, "2024-07-12", "2024-05-31");
        assertThat(found.due()).isTrue();
        assertThat(found.sentence()).isEqualTo("Bars reach to 2024-05-31; 20 sessions are missing. "
                + "The monthly update is due.");
    }

    @Test
    void whatIsNotDueSaysWhenItWillBe() {
        assertThat(standing("2024-07-02T20:00:00Z", 1, "2024-06-28").sentence())
                .isEqualTo("Bars reach to 2024-06-28; 1 session is missing. The next monthly update is due on "
                        + "2024-08-02.");
        assertThat(standing("2024-07-15T12:00:00Z", 0, "2024-07-12").sentence())
                .isEqualTo("Up to date to 2024-07-12. The next monthly update is due on 2024-08-02.");
    }

    @Test
    void theScheduleOfTheWorkspaceSaysWhenItIsDue(@TempDir Path folder) throws IOException {
        Workspace workspace = Workspace.at(folder);
        Clock noon = Clock.fixed(Instant.parse("2024-07-04T12:00:00Z"), ZoneOffset.UTC);
        WorkspaceOverview may = bars(Need.NOTHING, 3, "2024-06-27");
        assertThat(Freshness.of(may, workspace, noon).orElseThrow().due()).as("by the usual day").isTrue();

        Path book = Files.createDirectories(folder.resolve("data")).resolve("schedule.json");
        Files.writeString(book, """
                {"format": 1, "plan": {"day": 5, "time": "21:15"}, "since": "2024-01-01T00:00:00Z"}
                """);
        Freshness scheduled = Freshness.of(may, workspace, noon).orElseThrow();
        assertThat(scheduled.due()).as("by the day scheduled").isFalse();
        assertThat(scheduled.next()).isEqualTo(LocalDate.of(2024, 7, 5));
    }

    @Test
    void aWorkspaceThatWasNotSetUpHasNone() {
        assertThat(Freshness.of(bars(Need.SET_UP, 0), MonthlyPlan.usual(),
                Clock.fixed(Instant.EPOCH, ZoneOffset.UTC))).isEmpty();
    }
}
