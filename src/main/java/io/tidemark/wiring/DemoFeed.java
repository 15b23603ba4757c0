package io.tidemark.wiring;

import io.tidemark.gateway.FetchResult;
import io.tidemark.gateway.GatewayListener;
import io.tidemark.gateway.HistoryDuration;
import io.tidemark.gateway.PacingPolicy;
import io.tidemark.gateway.demo.DemoGateway;
import io.tidemark.gateway.tws.TwsEndpoint;
import io.tidemark.gateway.tws.TwsGateway;
import io.tidemark.market.DataSource;
import io.tidemark.market.Instrument;
import io.tidemark.pipeline.BarFeed;
import io.tidemark.pipeline.FeedTrial;
import io.tidemark.pipeline.GatewayFeed;
import io.tidemark.pipeline.StageFailure;
import io.tidemark.work.Progress;
import java.time.Clock;

/// Bars from a demo gateway that lives and dies with this feed. They still come over a socket, by the TWS protocol.
final class DemoFeed implements BarFeed {
    private static final int CLIENT_ID = 71;

    private final DemoGateway server;
    private final GatewayFeed feed;

    /// A feed from a server that runs already and is closed with the feed.
    DemoFeed(DemoGateway server, Clock clock) {
        this.server = server;
        var endpoint = new TwsEndpoint("127.0.0.1", server.port(), CLIENT_ID);
        this.feed = new GatewayFeed(new TwsGateway(endpoint, PacingPolicy.none(), clock));
    }

    @Override
    public DataSource open(Progress progress) throws StageFailure {
        return feed.open(progress);
    }

    @Override
    public FetchResult fetch(Instrument instrument, HistoryDuration span, Progress progress) {
        return feed.fetch(instrument, span, progress);
    }

    @Override
    public FeedTrial tryOut(Progress progress) {
        return feed.tryOut(progress);
    }

    @Override
    public FetchResult fetchVolatility(Instrument instrument, int years, Progress progress) {
        return feed.fetchVolatility(instrument, years, progress);
    }

    @Override
    public void addListener(GatewayListener listener) {
        feed.addListener(listener);
    }

    @Override
    public void close() {
        feed.close();
        server.close();
    }
}
