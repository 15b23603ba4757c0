package io.tidemark.gateway.tws;

import io.tidemark.gateway.ClientKind;
import io.tidemark.gateway.wire.Protocol;

/// Tidemark's own client.
record BuiltInClient() implements TwsClient {

    @Override
    public ClientKind kind() {
        return ClientKind.BUILTIN;
    }

    @Override
    public String words() {
        return "Tidemark";
    }

    @Override
    public int oldestVersion() {
        return Protocol.OLDEST;
    }

    @Override
    public int newestVersion() {
        return Protocol.NEWEST;
    }

    @Override
    public Link link(TwsEndpoint endpoint, Link.Receiver receiver) {
        return new SocketLink(endpoint, receiver);
    }
}
