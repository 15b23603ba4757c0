package io.tidemark.gateway.tws;

import io.tidemark.gateway.wire.WireException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;

/// Why a connection is gone.
///
/// @param reason what happened
/// @param advice what a person can do, one sentence
public record Loss(String reason, String advice) {

    /// Closed for good by us.
    static Loss closed() {
        return new Loss("the connection was closed", "Connect again.");
    }

    /// Given up while connecting.
    static Loss givenUp(String reason) {
        return new Loss(reason, TwsCode.NOT_CONNECTED.advice());
    }

    /// The other side hung up between two messages.
    public static Loss ended(TwsEndpoint endpoint) {
        return new Loss(endpoint.address() + " closed the connection", TwsCode.CONNECTION_ENDED.advice());
    }

    /// What a failure of the connection means.
    public static Loss of(IOException failure, TwsEndpoint endpoint) {
        String where = endpoint.address();
        return switch (failure) {
            case UnknownHostException e -> new Loss("no computer is called '" + endpoint.host() + "'",
                    "Check the host name; TWS on this computer is 127.0.0.1.");
            case NoRouteToHostException e -> new Loss("no way to " + where + ": " + e.getMessage(),
                    TwsCode.CONNECTION_BROKE.advice());
            case ConnectException e -> new Loss("no connection to " + where + ": " + e.getMessage(),
                    TwsCode.CANNOT_CONNECT.advice());
            case SocketTimeoutException e -> new Loss("no connection to " + where + " in time",
                    TwsCode.CANNOT_CONNECT.advice());
            case WireException e -> new Loss(where + " cannot be understood: " + e.getMessage(),
                    "Check that the port belongs to TWS or IB Gateway; if it does, restart it.");
            default -> new Loss("the connection to " + where + " broke: " + failure.getMessage(),
                    TwsCode.CONNECTION_BROKE.advice());
        };
    }
}
