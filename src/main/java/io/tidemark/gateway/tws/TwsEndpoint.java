package io.tidemark.gateway.tws;

/// Where a TWS or IB Gateway listens, and as which client to come.
///
/// @param host name or address; prefer `127.0.0.1`, since `localhost` may mean the IPv6 address, where TWS is deaf
/// @param port 7496 TWS live, 7497 TWS paper, 4001 Gateway live, 4002 Gateway paper
/// @param clientId number of this client; 0 would also receive orders entered by hand
public record TwsEndpoint(String host, int port, int clientId) {

    /// Checks the ranges.
    public TwsEndpoint {
        if (host.isBlank() || port < 1 || port > 65_535 || clientId < 0) {
            throw new IllegalArgumentException("'" + host + ":" + port + "' with client id " + clientId
                    + " is no endpoint: a host, a port from 1 to 65535 and a client id of at least 0 are needed");
        }
    }

    /// `host:port`.
    public String address() {
        return host + ":" + port;
    }
}
