package io.tidemark.ui.screen;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.gateway.GatewayState;
import io.tidemark.gateway.Severity;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MarketStatusTest {
    private static final Instant NOON = Instant.parse("2025-01-02T12:00:00Z");

    private final MarketStatus market = new MarketStatus();

    private static GatewayMessage message(String text) {
        return new GatewayMessage(NOON, Severity.WARNING, 2105, text);
    }

    @Test
    void theConnectionThatWasOpenedLastIsShown() {
        market.report("download", GatewayState.READY);
        market.report("test", GatewayState.CONNECTING);
        assertThat(market.gatewayProperty().get()).isEqualTo(GatewayState.CONNECTING);
    }

    @Test
    void aClosedTestGivesTheLightBackToTheDownload() {
        market.report("download", GatewayState.READY);
        market.report("test", GatewayState.READY);
        market.report("download", GatewayState.IMPAIRED);
        market.report("test", GatewayState.CLOSED);
        assertThat(market.gatewayProperty().get()).isEqualTo(GatewayState.IMPAIRED);
    }

    @Test
    void nothingIsConnectedAfterTheLastIsClosed() {
        market.report("download", GatewayState.READY);
        market.report("download", GatewayState.CLOSED);
        assertThat(market.gatewayProperty().get()).isEqualTo(GatewayState.DISCONNECTED);
    }

    @Test
    void theOldestMessageLeavesAFullLog() {
        for (int i = 0; i <= GatewayLog.MOST; i++) {
            market.log().add(message("number " + i));
        }
        assertThat(market.log().messages()).hasSize(GatewayLog.MOST).first().isEqualTo(message("number 1"));
    }

    @Test
    void aMessageIsFoundByPartOfItsTextOrItsWholeCode() {
        GatewayMessage farm = message("HMDS data farm connection is broken:ushmds");
        assertThat(farm.says(" hmds DATA ")).isTrue();
        assertThat(farm.says("2105")).isTrue();
        assertThat(farm.says("210")).isFalse();
    }
}
