package io.tidemark.gateway;

import java.time.Duration;

/// Told what a gateway does; called on the gateway's own threads, so be quick.
public interface GatewayListener {
    /// The code of a notice that the gateway did not send: "look at TWS for a confirmation dialog".
    int OWN_HINT = 0;

    /// The state changed.
    default void stateChanged(GatewayState from, GatewayState to) {
    }

    /// A step of connecting was passed.
    default void stepPassed(ConnectResult.Step step, String detail) {
    }

    /// Something worth knowing that is no answer to a request: a farm notice, a warning, a hint of our own.
    ///
    /// @param severity how bad it is
    /// @param code TWS code, [GatewayListener#OWN_HINT] when the words are ours
    /// @param text what was said
    default void notice(Severity severity, int code, String text) {
    }

    /// A request failed in passing and is tried again.
    ///
    /// @param request which request
    /// @param attempt number of the attempt that failed, from 1
    /// @param because how it ended
    /// @param retryIn the pause before the next attempt
    default void retrying(HistoryRequest request, int attempt, FetchResult because, Duration retryIn) {
    }
}
