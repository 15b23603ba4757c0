package io.tidemark.gateway;

import io.tidemark.work.Progress;

/// Serves daily bars. It can read and nothing else: no implementation can send an order.
///
/// Thread-safe. Calls block the calling thread and end in bounded time; they leave early with
/// `CancellationException` when their [Progress] is cancelled or the thread is interrupted.
public interface MarketGateway extends AutoCloseable {

    /// Connects, unless connected already.
    ConnectResult connect(Progress progress);

    /// Asks for bars, reconnecting and trying again where that can help, with pacing kept.
    FetchResult fetch(HistoryRequest request, Progress progress);

    /// Where the connection stands now.
    GatewayState state();

    /// How much of the request budget is used now.
    PacingUsage pacing();

    /// Adds somebody to be told what happens.
    void addListener(GatewayListener listener);

    /// Ends the telling.
    void removeListener(GatewayListener listener);

    /// Closes the connection for good; requests under way end as [FetchResult.Disconnected].
    @Override
    void close();
}
