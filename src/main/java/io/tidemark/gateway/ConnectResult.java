package io.tidemark.gateway;

import io.tidemark.market.DataSource;
import java.util.List;

/// How an attempt to connect ended.
public sealed interface ConnectResult {

    /// The steps of connecting, in order; each is reported as it is passed.
    enum Step {
        /// A TCP connection to the port.
        TCP,
        /// An answer to our greeting.
        HANDSHAKE,
        /// A server version that we speak.
        VERSION,
        /// Managed accounts and next id.
        ACCOUNTS,
        /// A usable history data farm.
        FARMS
    }

    /// Ready for requests.
    ///
    /// @param serverVersion agreed protocol version
    /// @param accounts managed accounts
    /// @param source what bars from here have to be marked with
    record Connected(int serverVersion, List<String> accounts, DataSource source) implements ConnectResult {
        /// Keeps a copy.
        public Connected {
            accounts = List.copyOf(accounts);
        }
    }

    /// Not connected.
    ///
    /// @param step the step that failed; all before it passed
    /// @param reason what happened
    /// @param advice what the person can do, one sentence
    record Failed(Step step, String reason, String advice) implements ConnectResult {
    }
}
