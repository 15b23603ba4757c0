package io.tidemark.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.market.Symbol;
import io.tidemark.market.Universe;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChainPlanTest {
    /// A Sunday.
    private static final Instant MADE = Instant.parse("2026-11-22T12:00:00Z");
    private static final ChainPlan WEEKLY = new ChainPlan(Universe.SPY, 2, 7, MADE);

    private static List<ChainManifest> taken(String... moments) {
        return Stream.of(moments)
                .map(each -> new ChainManifest(1, Chains.terms(each), new ChainCounts(2, 2, 0, 0), 0, "00")).toList();
    }

    @Test
    void firstSnapshotIsDueOnTheFirstSession() {
        assertThat(WEEKLY.next(List.of())).hasValue(LocalDate.of(2026, 11, 23));
    }

    @Test
    void nextOneFollowsTheLastAndSkipsHolidays() {
        assertThat(WEEKLY.next(taken("2026-11-24T15:00:00Z"))).hasValue(LocalDate.of(2026, 12, 1));
        assertThat(WEEKLY.next(taken("2026-12-18T15:00:00Z"))).as("Christmas is a Friday")
                .hasValue(LocalDate.of(2026, 12, 28));
    }

    @Test
    void snapshotsBeforeThePlanDoNotCount() {
        assertThat(WEEKLY.taken(taken("2026-11-20T15:00:00Z", "2026-11-24T15:00:00Z"))).isEqualTo(1);
    }

    @Test
    void fulfilledPlanWantsNoMore() {
        assertThat(WEEKLY.next(taken("2026-11-24T15:00:00Z", "2026-12-01T15:00:00Z"))).isEmpty();
    }

    @Test
    void numbersOutOfRangeAreNamed() {
        assertThatThrownBy(() -> new ChainPlan(Universe.SPY, 0, 7, MADE)).hasMessageContaining("snapshots: takes 1 to");
        assertThatThrownBy(() -> new ChainPlan(Universe.SPY, 1, 366, MADE))
                .hasMessageContaining("every: takes 1 to 365");
    }

    @Test
    void oneSymbolHasOnePlan(@TempDir Path folder) throws IOException {
        var plans = new ChainPlans(folder);
        var amd = new ChainPlan(Symbol.of("AMD"), 5, 14, MADE);
        plans.put(new ChainPlan(Universe.SPY, 9, 9, MADE));
        plans.put(WEEKLY);
        plans.put(amd);

        assertThat(new ChainPlans(folder).all()).containsExactly(amd, WEEKLY);
        assertThat(plans.remove(Universe.SPY)).isTrue();
        assertThat(plans.remove(Universe.SPY)).isFalse();
        assertThat(plans.all()).containsExactly(amd);
    }
}
