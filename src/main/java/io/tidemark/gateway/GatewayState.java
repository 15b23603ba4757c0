package io.tidemark.gateway;

import java.util.EnumSet;
import java.util.Set;

/// Where the connection to a gateway stands.
public enum GatewayState {
    /// No socket.
    DISCONNECTED,
    /// The TCP connection is being made.
    CONNECTING,
    /// The version is being agreed.
    HANDSHAKING,
    /// The session was opened; managed accounts and next id have not both arrived.
    STARTING,
    /// Requests are taken.
    READY,
    /// Connected, but TWS has lost IBKR's servers or its history farm.
    IMPAIRED,
    /// Closed for good by us.
    CLOSED;

    /// The states that may follow this one.
    public Set<GatewayState> next() {
        return switch (this) {
            case DISCONNECTED -> EnumSet.of(CONNECTING, CLOSED);
            case CONNECTING -> EnumSet.of(HANDSHAKING, DISCONNECTED, CLOSED);
            case HANDSHAKING -> EnumSet.of(STARTING, DISCONNECTED, CLOSED);
            case STARTING -> EnumSet.of(READY, IMPAIRED, DISCONNECTED, CLOSED);
            case READY -> EnumSet.of(IMPAIRED, DISCONNECTED, CLOSED);
            case IMPAIRED -> EnumSet.of(READY, DISCONNECTED, CLOSED);
            case CLOSED -> EnumSet.noneOf(GatewayState.class);
        };
    }

    /// Checks a change of state.
    ///
    /// @return `after`
    /// @throws IllegalStateException when `after` cannot follow this state
    public GatewayState to(GatewayState after) {
        if (!next().contains(after)) {
            throw new IllegalStateException("a gateway cannot go from " + this + " to " + after);
        }
        return after;
    }
}
