package io.tidemark.wiring;

import io.tidemark.gateway.ClientKind;
import io.tidemark.gateway.OptionGateway;
import io.tidemark.gateway.Pacer;
import io.tidemark.gateway.PacingPolicy;
import io.tidemark.gateway.PacingUsage;
import io.tidemark.gateway.Pause;
import io.tidemark.gateway.demo.DemoGateway;
import io.tidemark.gateway.demo.DemoOptions;
import io.tidemark.gateway.tws.TwsClient;
import io.tidemark.gateway.tws.TwsEndpoint;
import io.tidemark.gateway.tws.TwsGateway;
import io.tidemark.gateway.tws.TwsTimings;
import io.tidemark.pipeline.BarFeed;
import io.tidemark.pipeline.CsvFeed;
import io.tidemark.pipeline.FeedChoice;
import io.tidemark.pipeline.GatewayFeed;
import java.io.IOException;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// Opens feeds of bars, whatever stands behind them.
///
/// Requests are counted by address, over all feeds that were opened here: TWS forgets none when a connection ends.
/// Thread-safe.
public final class Feeds {
    private final Map<String, Pacer> pacers = new ConcurrentHashMap<>();
    private final Clock clock;

    /// Nothing was asked of anybody yet.
    public Feeds(Clock clock) {
        this.clock = clock;
    }

    /// A feed of bars as chosen; the caller closes it.
    ///
    /// @throws IOException when the built-in demo gateway cannot open a port, or the client chosen is not here
    public BarFeed open(FeedChoice choice) throws IOException {
        return switch (choice) {
            case FeedChoice.Demo demo -> new DemoFeed(
                    DemoGateway.start(DemoOptions.builtIn(demo.seed(), demo.today(), clock)), clock);
            case FeedChoice.Gateway remote -> new GatewayFeed(gateway(remote));
            case FeedChoice.CsvFolder csv -> new CsvFeed(csv.folder(), clock);
        };
    }

    /// A gateway that tells of options, as chosen; the caller closes it.
    ///
    /// @throws IOException when files were chosen, which hold no options, the demo gateway cannot open a port, or the
    ///         client chosen is not here
    public OptionGateway openOptions(FeedChoice choice) throws IOException {
        return switch (choice) {
            case FeedChoice.Demo demo -> new DemoOptionFeed(
                    DemoGateway.start(DemoOptions.builtIn(demo.seed(), demo.today(), clock)), clock);
            case FeedChoice.Gateway remote -> gateway(remote);
            case FeedChoice.CsvFolder csv -> throw new IOException("The files in " + csv.folder()
                    + " hold no option chains. Name a gateway instead, such as --gateway 127.0.0.1:7497.");
        };
    }

    /// How much of the request budget of a gateway is used now; empty where requests are not limited.
    public Optional<PacingUsage> pacing(FeedChoice choice) {
        return choice instanceof FeedChoice.Gateway remote
                ? Optional.of(pacer(remote.host() + ":" + remote.port()).usage())
                : Optional.empty();
    }

    /// The clients that this Tidemark was built with.
    public static Set<ClientKind> clients() {
        return TwsClient.present().stream().map(TwsClient::kind)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ClientKind.class)));
    }

    private TwsGateway gateway(FeedChoice.Gateway at) throws IOException {
        TwsClient client = TwsClient.of(at.client()).orElseThrow(() -> new IOException(
                "This Tidemark was built without IBKR's own client. Choose the built-in one, or build Tidemark with a "
                        + "copy of IBKR's as the README tells."));
        var endpoint = new TwsEndpoint(at.host(), at.port(), at.clientId());
        return new TwsGateway(client, endpoint, pacer(endpoint.address()), clock, TwsTimings.standard());
    }

    private Pacer pacer(String address) {
        return pacers.computeIfAbsent(address, each -> new Pacer(PacingPolicy.tws(), clock, Pause.real()));
    }
}
