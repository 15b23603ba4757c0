package io.tidemark.gateway.tws;

import io.tidemark.gateway.ConnectResult;
import io.tidemark.gateway.FetchResult;
import io.tidemark.gateway.GatewayListener;
import io.tidemark.gateway.GatewayState;
import io.tidemark.gateway.HistoryRequest;
import io.tidemark.gateway.MarketGateway;
import io.tidemark.gateway.PacingPolicy;
import io.tidemark.gateway.PacingUsage;
import io.tidemark.work.Progress;
import java.time.Clock;
import java.time.Duration;

/// Bars from TWS or IB Gateway over a socket.
public final class TwsGateway implements MarketGateway {
    private final TwsEndpoint endpoint;
    private final PacingPolicy policy;
    private final Clock clock;

    /// A gateway that connects on the first use.
    public TwsGateway(TwsEndpoint endpoint, PacingPolicy policy, Clock clock) {
        this.endpoint = endpoint;
        this.policy = policy;
        this.clock = clock;
    }

    @Override
    public ConnectResult connect(Progress progress) {
        return new ConnectResult.Failed(ConnectResult.Step.TCP,
                "no connection to " + endpoint.address() + " at " + clock.instant(), "Wait.");
    }

    @Override
    public FetchResult fetch(HistoryRequest request, Progress progress) {
        return new FetchResult.Disconnected("no connection to " + endpoint.address() + " at " + clock.instant(),
                "Wait.");
    }

    @Override
    public GatewayState state() {
        return GatewayState.DISCONNECTED;
    }

    @Override
    public PacingUsage pacing() {
        return new PacingUsage(0, policy.budget(), policy.window(), Duration.ZERO);
    }

    @Override
    public void addListener(GatewayListener listener) {
        // follows with the connection
    }

    @Override
    public void removeListener(GatewayListener listener) {
        // follows with the connection
    }

    @Override
    public void close() {
        // follows with the connection
    }
}
