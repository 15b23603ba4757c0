package io.tidemark.wiring;

import io.tidemark.gateway.ConnectResult;
import io.tidemark.gateway.OptionAnswer;
import io.tidemark.gateway.OptionGateway;
import io.tidemark.gateway.OptionListing;
import io.tidemark.gateway.PacingPolicy;
import io.tidemark.gateway.demo.DemoGateway;
import io.tidemark.gateway.tws.TwsEndpoint;
import io.tidemark.gateway.tws.TwsGateway;
import io.tidemark.gateway.tws.TwsTimings;
import io.tidemark.market.Instrument;
import io.tidemark.market.OptionContract;
import io.tidemark.market.OptionQuote;
import io.tidemark.work.Progress;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/// Options of a demo gateway that lives and dies with this object.
final class DemoOptionFeed implements OptionGateway {
    private static final int CLIENT_ID = 71;

    private final DemoGateway server;
    private final OptionGateway client;

    /// Asks a server that runs already and is closed with this object.
    DemoOptionFeed(DemoGateway server, Clock clock) {
        this.server = server;
        var endpoint = new TwsEndpoint("127.0.0.1", server.port(), CLIENT_ID);
        this.client = new TwsGateway(endpoint, PacingPolicy.none(), clock, TwsTimings.standard());
    }

    @Override
    public ConnectResult connect(Progress progress) {
        return client.connect(progress);
    }

    @Override
    public Instant now(Progress progress) {
        return client.now(progress);
    }

    @Override
    public OptionAnswer<List<OptionListing>> listings(Instrument underlying, Progress progress) {
        return client.listings(underlying, progress);
    }

    @Override
    public OptionAnswer<Double> price(Instrument underlying, Progress progress) {
        return client.price(underlying, progress);
    }

    @Override
    public List<OptionAnswer<OptionQuote>> quotes(OptionListing listing, List<OptionContract> options,
            Progress progress) {
        return client.quotes(listing, options, progress);
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
