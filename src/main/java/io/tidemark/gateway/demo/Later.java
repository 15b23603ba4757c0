package io.tidemark.gateway.demo;

import java.time.Duration;

/// Does something after a while, on another thread, unless the gateway is closed first.
@FunctionalInterface
interface Later {

    /// Plans an action.
    void after(Duration pause, Runnable action);
}
