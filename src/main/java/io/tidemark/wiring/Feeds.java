package io.tidemark.wiring;

import io.tidemark.gateway.PacingPolicy;
import io.tidemark.gateway.demo.DemoGateway;
import io.tidemark.gateway.demo.DemoOptions;
import io.tidemark.gateway.tws.TwsEndpoint;
import io.tidemark.gateway.tws.TwsGateway;
import io.tidemark.pipeline.BarFeed;
import io.tidemark.pipeline.CsvFeed;
import io.tidemark.pipeline.FeedChoice;
import io.tidemark.pipeline.GatewayFeed;
import java.io.IOException;
import java.time.Clock;

/// Opens feeds of bars, whatever stands behind them.
public final class Feeds {
    private Feeds() {
    }

    /// A feed of bars as chosen; the caller closes it.
    ///
    /// @throws IOException when the built-in demo gateway cannot open a port
    public static BarFeed of(FeedChoice choice, Clock clock) throws IOException {
        return switch (choice) {
            case FeedChoice.Demo demo -> new DemoFeed(
                    DemoGateway.start(DemoOptions.builtIn(demo.seed(), demo.today(), clock)), clock);
            case FeedChoice.Gateway remote -> new GatewayFeed(new TwsGateway(
                    new TwsEndpoint(remote.host(), remote.port(), remote.clientId()), PacingPolicy.tws(), clock));
            case FeedChoice.CsvFolder csv -> new CsvFeed(csv.folder(), clock);
        };
    }
}
