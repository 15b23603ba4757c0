package io.tidemark.pipeline;

import io.tidemark.gateway.ClientKind;
import io.tidemark.market.DataSource;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/// Where bars shall come from.
public sealed interface FeedChoice {

    /// What a person calls it, to stand after "from".
    default String words() {
        return switch (this) {
            case Demo _ -> "the built-in demo market";
            case Gateway at -> at.host() + ":" + at.port()
                    + (at.client() == ClientKind.OFFICIAL ? ", through IBKR's own client" : "");
            case CsvFolder csv -> "the files in " + csv.folder();
        };
    }

    /// Whether its bars may meet others, as far as that can be told before connecting: behind a port a demo gateway
    /// may listen, which only a trial shows.
    default boolean mayMeet(DataSource others) {
        return switch (this) {
            case Demo demo -> demo.seed().map(seed -> others.mayMeet(source(seed))).orElse(others.isDemo());
            case Gateway _,CsvFolder _ -> !others.isDemo();
        };
    }

    /// Where bars of a source come from again.
    ///
    /// @param like a choice whose client, its id and the demo day are taken where the source does not tell them
    static FeedChoice of(DataSource source, FeedChoice like) {
        return switch (source.kind()) {
            case DEMO -> new Demo(Optional.of(Long.valueOf(source.detail())),
                    like instanceof Demo demo ? demo.today() : Optional.empty());
            case CSV -> new CsvFolder(Path.of(source.detail()));
            case TWS, REPLAY -> {
                int colon = source.detail().lastIndexOf(':');
                var there = new Gateway(source.detail().substring(0, colon),
                        Integer.parseInt(source.detail().substring(colon + 1)), Gateway.USUAL_CLIENT_ID);
                yield like instanceof Gateway gateway ? there.as(gateway.clientId(), gateway.client()) : there;
            }
        };
    }

    private static DataSource source(long seed) {
        return new DataSource(DataSource.Kind.DEMO, Long.toString(seed));
    }

    /// The synthetic market behind the built-in demo gateway.
    ///
    /// @param seed which market; the default one when empty
    /// @param today the day the market has reached; the clock's when empty
    record Demo(Optional<Long> seed, Optional<LocalDate> today) implements FeedChoice {
        /// The default market, today.
        public static Demo standard() {
            return new Demo(Optional.empty(), Optional.empty());
        }
    }

    /// TWS, IB Gateway, or a demo gateway running by itself.
    ///
    /// @param host name or address; `127.0.0.1` is safer than `localhost`
    /// @param port TCP port
    /// @param clientId API client id to begin with
    /// @param client whose program speaks to it
    record Gateway(String host, int port, int clientId, ClientKind client) implements FeedChoice {
        /// An id that other programs seldom take.
        public static final int USUAL_CLIENT_ID = 71;

        /// Spoken to by Tidemark's own client.
        public Gateway(String host, int port, int clientId) {
            this(host, port, clientId, ClientKind.BUILTIN);
        }

        /// The same place, come to as somebody else.
        public Gateway as(int otherId, ClientKind other) {
            return new Gateway(host, port, otherId, other);
        }
    }

    /// A folder of `SYMBOL.csv` files.
    ///
    /// @param folder the folder
    record CsvFolder(Path folder) implements FeedChoice {}
}
