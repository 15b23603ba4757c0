package io.tidemark.gateway.official;

import com.ib.client.EJavaSignal;
import com.ib.client.EReader;
import io.tidemark.gateway.tws.ThreadedLink;
import io.tidemark.gateway.tws.TwsEndpoint;
import io.tidemark.gateway.wire.ClientMessage;
import java.io.IOException;
import java.net.Socket;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One connection held by IBKR's client.
///
/// IBKR's `EReader` thread takes frames off the socket; the link's own decodes them and tells the receiver, in order.
final class OfficialLink extends ThreadedLink {
    private static final Logger LOG = LoggerFactory.getLogger(OfficialLink.class);

    private final TwsEndpoint endpoint;
    private final EJavaSignal signal = new EJavaSignal();
    private final Callbacks callbacks;
    private final VersionedSocket client;
    private volatile boolean allRead;

    OfficialLink(TwsEndpoint endpoint, Receiver receiver) {
        super("ibkr-client", endpoint, receiver);
        this.endpoint = endpoint;
        callbacks = new Callbacks(receiver::received);
        client = new VersionedSocket(callbacks, signal, receiver::greeted);
    }

    @Override
    public void send(ClientMessage message) throws IOException {
        if (!client.isConnected()) {
            throw new IOException("no version was agreed yet, or the connection is gone");
        }
        LOG.info("To {} by IBKR's client: {}", endpoint.address(), message);
        callbacks.asked(message);
        Requests.send(message, client);
    }

    @Override
    protected void converse(Socket socket) throws IOException {
        try {
            client.setAsyncEConnect(true);
            client.eConnect(socket, endpoint.clientId());
            read();
        } finally {
            // the socket first: disconnecting waits for whoever is sending
            close();
            client.eDisconnect();
        }
        Optional<IOException> failure = callbacks.failure();
        if (failure.isPresent()) {
            throw failure.get();
        }
    }

    private void read() throws IOException {
        var reader = new FrameReader();
        reader.setDaemon(true);
        reader.start();
        do {
            signal.waitForSignal();
            reader.processMsgs();
        } while (!allRead);
        // what came between the last look and the end
        reader.processMsgs();
    }

    /// IBKR's thread that takes frames off the socket; it tells when it has ended.
    private final class FrameReader extends EReader {
        FrameReader() {
            super(client, signal);
        }

        @Override
        public void run() {
            try {
                super.run();
            } finally {
                allRead = true;
                signal.issueSignal();
            }
        }
    }
}
