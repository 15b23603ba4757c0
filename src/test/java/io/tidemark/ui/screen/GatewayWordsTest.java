package io.tidemark.ui.screen;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.gateway.PacingUsage;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class GatewayWordsTest {
    private static PacingUsage usage(Duration next) {
        return new PacingUsage(12, 50, Duration.ofMinutes(10), next);
    }

    @Test
    void aWaitIsRoundedUpToSeconds() {
        assertThat(GatewayWords.of(Duration.ofMillis(1))).isEqualTo("1 s");
        assertThat(GatewayWords.of(Duration.ofMillis(6_200))).isEqualTo("7 s");
        assertThat(GatewayWords.of(Duration.ofSeconds(-3))).isEqualTo("0 s");
        assertThat(GatewayWords.of(Duration.ofSeconds(60))).isEqualTo("1 min");
        assertThat(GatewayWords.of(Duration.ofSeconds(125))).isEqualTo("2 min 5 s");
    }

    @Test
    void theBudgetTellsWhenTheNextRequestMayFollow() {
        assertThat(GatewayWords.of(usage(Duration.ZERO)))
                .isEqualTo("12 of 50 requests in 10 min; the next one at once");
        assertThat(GatewayWords.of(usage(Duration.ofSeconds(6)))).endsWith("; the next one in 6 s");
    }
}
