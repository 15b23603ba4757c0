package io.tidemark.ui;

import io.tidemark.gateway.ClientKind;
import io.tidemark.gateway.PacingPolicy;
import io.tidemark.gateway.PacingUsage;
import io.tidemark.gateway.RetrySchedule;
import io.tidemark.gateway.tws.TwsEndpoint;
import io.tidemark.gateway.tws.TwsGateway;
import io.tidemark.gateway.tws.TwsTimings;
import io.tidemark.pipeline.BarFeed;
import io.tidemark.pipeline.FeedChoice;
import io.tidemark.pipeline.GatewayFeed;
import io.tidemark.ui.screen.MarketStatus;
import io.tidemark.ui.screen.Pipelines;
import io.tidemark.ui.screen.WatchedFeed;
import io.tidemark.wiring.Application;
import io.tidemark.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The real pipeline in a folder, watched as in the window, with little patience for gateways in this process.
public final class QuickPipelines implements Pipelines {
    private final DemoPipelines real;
    private final MarketStatus market;
    private final Duration handshake;
    private final Duration reconnect;
    private Set<ClientKind> clients = Set.of(ClientKind.BUILTIN);

    /// The pipeline of a folder.
    ///
    /// @param handshake how long a gateway may take to answer the greeting
    /// @param reconnect how long a lost connection is waited for, each of three times
    public QuickPipelines(Path folder, MarketStatus market, Duration handshake, Duration reconnect) {
        real = new DemoPipelines(folder);
        this.market = market;
        this.handshake = handshake;
        this.reconnect = reconnect;
    }

    /// The same, built with these clients.
    public QuickPipelines with(Set<ClientKind> present) {
        clients = Set.copyOf(present);
        return this;
    }

    private TwsTimings timings() {
        Duration long3 = Duration.ofSeconds(3);
        Duration pause = Duration.ofMillis(20);
        return new TwsTimings(
                new TwsTimings.Deadlines(long3, handshake, long3, Duration.ofMillis(200), long3, long3, long3, long3),
                new TwsTimings.Pauses(Duration.ofMillis(100), pause, pause, pause, pause),
                new RetrySchedule(Collections.nCopies(3, reconnect), List.of(1), List.of(pause), 0));
    }

    @Override
    public Workspace workspace() {
        return real.workspace();
    }

    @Override
    public <T> T write(String command, Writing<T> work) throws Exception {
        return real.write(command, work);
    }

    @Override
    public <T> T fetch(String command, FeedChoice choice, Fetching<T> work) throws Exception {
        try (Application _ = Application.open(workspace().root(), command, DemoPipelines.CLOCK);
                BarFeed feed = feed(choice)) {
            return work.run(feed);
        }
    }

    @Override
    public BarFeed feed(FeedChoice choice) throws IOException {
        BarFeed feed = choice instanceof FeedChoice.Gateway at
                ? new GatewayFeed(new TwsGateway(new TwsEndpoint(at.host(), at.port(), at.clientId()),
                        PacingPolicy.none(), DemoPipelines.CLOCK, timings()))
                : real.feed(choice);
        return new WatchedFeed(feed, market, DemoPipelines.CLOCK);
    }

    @Override
    public Set<ClientKind> clients() {
        return clients;
    }

    @Override
    public Optional<PacingUsage> pacing(FeedChoice choice) {
        return choice instanceof FeedChoice.Gateway
                ? Optional.of(new PacingUsage(12, 50, Duration.ofMinutes(10), Duration.ofMillis(6_200)))
                : Optional.empty();
    }
}
