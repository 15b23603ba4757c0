package io.tidemark.gateway;

import java.time.Duration;

/// Told what a gateway does; called on the gateway's own threads, so be quick.
public interface GatewayListener {

    /// The state changed.
    default void stateChanged(GatewayState from, GatewayState to) {
    }

    /// A step of connecting was passed.
    default void stepPassed(ConnectResult.Step step, String detail) {
    }

    /// The gateway said something that is no answer to a request: a farm notice, a warning.
    ///
    /// @param code TWS code
    /// @param text the gateway's words
    default void notice(int code, String text) {
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
