package io.tidemark.gateway;

import static io.tidemark.gateway.GatewayState.CLOSED;
import static io.tidemark.gateway.GatewayState.CONNECTING;
import static io.tidemark.gateway.GatewayState.DISCONNECTED;
import static io.tidemark.gateway.GatewayState.HANDSHAKING;
import static io.tidemark.gateway.GatewayState.IMPAIRED;
import static io.tidemark.gateway.GatewayState.READY;
import static io.tidemark.gateway.GatewayState.STARTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GatewayEventsTest {
    private final GatewayEvents events = new GatewayEvents();
    private final List<String> heard = new ArrayList<>();

    @Test
    void connectingGoesStepByStep() {
        listen();
        for (GatewayState next : List.of(CONNECTING, HANDSHAKING, STARTING, READY, IMPAIRED, READY, DISCONNECTED)) {
            events.move(next);
        }
        assertThat(heard).containsExactly("DISCONNECTED>CONNECTING", "CONNECTING>HANDSHAKING",
                "HANDSHAKING>STARTING", "STARTING>READY", "READY>IMPAIRED", "IMPAIRED>READY", "READY>DISCONNECTED");
    }

    @Test
    void stepCannotBeLeftOut() {
        assertThatIllegalStateException().isThrownBy(() -> events.move(READY))
                .withMessage("a gateway cannot go from DISCONNECTED to READY");
        assertThat(events.state()).isEqualTo(DISCONNECTED);
    }

    @ParameterizedTest
    @EnumSource(GatewayState.class)
    void closedIsTheEnd(GatewayState next) {
        events.move(CLOSED);
        assertThat(events.moveIfPossible(next)).isFalse();
        assertThat(events.state()).isEqualTo(CLOSED);
    }

    @ParameterizedTest
    @EnumSource(GatewayState.class)
    void everyStateButTheLastCanBeClosedOrLost(GatewayState state) {
        assertThat(state.next().contains(CLOSED)).isEqualTo(state != CLOSED);
        assertThat(state.next().contains(DISCONNECTED)).isEqualTo(state != CLOSED && state != DISCONNECTED);
        assertThat(state.next()).doesNotContain(state);
    }

    @Test
    void losingAConnectionTwiceIsToldOnce() {
        events.move(CONNECTING);
        listen();
        assertThat(events.moveIfPossible(DISCONNECTED)).isTrue();
        assertThat(events.moveIfPossible(DISCONNECTED)).isFalse();
        assertThat(heard).containsExactly("CONNECTING>DISCONNECTED");
    }

    @Test
    void listenerThatFailsHarmsNobodyElse() {
        events.add(new GatewayListener() {
            @Override
            public void stateChanged(GatewayState from, GatewayState to) {
                throw new IllegalStateException("a listener's bug");
            }
        });
        listen();
        events.move(CONNECTING);
        assertThat(heard).containsExactly("DISCONNECTED>CONNECTING");
    }

    @Test
    void listenerThatWasRemovedHearsNothing() {
        var listener = listen();
        events.remove(listener);
        events.move(CONNECTING);
        assertThat(heard).isEmpty();
    }

    private GatewayListener listen() {
        var listener = new GatewayListener() {
            @Override
            public void stateChanged(GatewayState from, GatewayState to) {
                heard.add(from + ">" + to);
            }
        };
        events.add(listener);
        return listener;
    }
}
