package io.tidemark.gateway.official;

import com.ib.client.EClient;
import io.tidemark.gateway.ClientKind;
import io.tidemark.gateway.tws.Link;
import io.tidemark.gateway.tws.TwsClient;
import io.tidemark.gateway.tws.TwsEndpoint;
import io.tidemark.gateway.wire.Protocol;

/// IBKR's own client, as a service loader finds it.
public record OfficialClient() implements TwsClient {

    @Override
    public ClientKind kind() {
        return ClientKind.OFFICIAL;
    }

    @Override
    public String words() {
        return "IBKR's TWS API";
    }

    /// Below this version daily volume may come in lots of 100, whoever reads it.
    @Override
    public int oldestVersion() {
        return Protocol.OLDEST;
    }

    @Override
    public int newestVersion() {
        return EClient.MAX_VERSION;
    }

    @Override
    public Link link(TwsEndpoint endpoint, Link.Receiver receiver) {
        return new OfficialLink(endpoint, receiver);
    }
}
