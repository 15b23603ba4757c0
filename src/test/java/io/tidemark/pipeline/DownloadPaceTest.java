package io.tidemark.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DownloadPaceTest {
    private static final Instant START = Instant.parse("2025-01-02T12:00:00Z");

    private final DownloadPace pace = new DownloadPace(START, 5);

    @Test
    void nothingIsKnownBeforeTheFirstSymbolIsDone() {
        assertThat(pace.left(0, START.plusSeconds(9))).isEmpty();
    }

    @Test
    void theOthersTakeAsLongAsThoseThatAreDone() {
        assertThat(pace.left(2, START.plusSeconds(8))).contains(Duration.ofSeconds(12));
        assertThat(pace.left(5, START.plusSeconds(20))).contains(Duration.ZERO);
    }
}
