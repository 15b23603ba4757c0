package io.tidemark.ui.download;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.market.Universe;
import io.tidemark.pipeline.SymbolProgress;
import io.tidemark.pipeline.SymbolProgress.State;
import io.tidemark.ui.download.DownloadRow.Standing;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DownloadRowTest {
    private static final Instant NOON = Instant.parse("2025-01-02T12:00:00Z");

    private final DownloadRow row = new DownloadRow(Universe.SPY);

    @BeforeEach
    void loseTheGateway() {
        row.take(new SymbolProgress(Universe.SPY, State.RETRYING, 2, 0, Duration.ofSeconds(30), "SPY: lost."), NOON);
    }

    @Test
    void theNextAttemptIsCountedDown() {
        assertThat(row.nextProperty().get()).isEqualTo("in 30 s");
        row.tick(NOON.plusSeconds(29));
        assertThat(row.nextProperty().get()).isEqualTo("in 1 s");
        row.tick(NOON.plusSeconds(30));
        assertThat(row.nextProperty().get()).isEqualTo("now");
        assertThat(row.attemptProperty().get()).isEqualTo(2);
        assertThat(row.messageProperty().get()).isEqualTo("SPY: lost.");
    }

    @Test
    void nothingIsCountedDownOnceItIsOver() {
        row.take(new SymbolProgress(Universe.SPY, State.STORED, 3, 10, Duration.ZERO, "2015-01-02 to 2024-12-31"),
                NOON);
        assertThat(row.rangeProperty().get()).isEqualTo("2015-01-02 to 2024-12-31");
        row.tick(NOON.plusSeconds(1));
        assertThat(row.nextProperty().get()).isEmpty();
        assertThat(row.messageProperty().get()).isEmpty();
        assertThat(row.attemptProperty().get()).isEqualTo(3);
    }

    @Test
    void cancellingEndsTheCountdown() {
        row.stop(Standing.CANCELLED);
        row.tick(NOON.plusSeconds(1));
        assertThat(row.nextProperty().get()).isEmpty();
        assertThat(row.standingProperty().get()).isEqualTo(Standing.CANCELLED);
    }
}
