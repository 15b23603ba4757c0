package io.tidemark.pipeline;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/// Where bars shall come from.
public sealed interface FeedChoice {

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
    record Gateway(String host, int port, int clientId) implements FeedChoice {}

    /// A folder of `SYMBOL.csv` files.
    ///
    /// @param folder the folder
    record CsvFolder(Path folder) implements FeedChoice {}
}
