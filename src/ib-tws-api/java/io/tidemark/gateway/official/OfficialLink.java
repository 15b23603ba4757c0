package io.tidemark.gateway.official;

import com.ib.client.EJavaSignal;
import com.ib.client.EReader;
import io.tidemark.gateway.tws.Link;
import io.tidemark.gateway.tws.Loss;
import io.tidemark.gateway.tws.TwsEndpoint;
import io.tidemark.gateway.wire.ClientMessage;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One connection held by IBKR's client.
///
/// The socket is ours, so that connecting has a deadline and closing never waits for IBKR's locks. IBKR's `EReader`
/// thread takes frames off the socket; one thread of ours decodes them and tells the receiver, in order.
final class OfficialLink implements Link {
    private static final Logger LOG = LoggerFactory.getLogger(OfficialLink.class);
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final TwsEndpoint endpoint;
    private final Receiver receiver;
    private final Socket socket = new Socket();
    private final EJavaSignal signal = new EJavaSignal();
    private final Callbacks callbacks;
    private final VersionedSocket client;
    private volatile boolean allRead;

    OfficialLink(TwsEndpoint endpoint, Receiver receiver) {
        this.endpoint = endpoint;
        this.receiver = receiver;
        callbacks = new Callbacks(receiver::received);
        client = new VersionedSocket(callbacks, signal, receiver::greeted);
    }

    @Override
    public void start(Duration deadline) {
        Thread.ofPlatform().daemon().name("ibkr-client-" + COUNT.incrementAndGet()).start(() -> run(deadline));
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
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("closing failed", e);
        }
    }

    private void run(Duration deadline) {
        Loss loss = Loss.ended(endpoint);
        try {
            socket.setTcpNoDelay(true);
            socket.setKeepAlive(true);
            socket.connect(new InetSocketAddress(endpoint.host(), endpoint.port()), (int) deadline.toMillis());
            receiver.connected();
            converse();
            loss = callbacks.failure().map(failure -> Loss.of(failure, endpoint)).orElse(loss);
        } catch (IOException e) {
            LOG.debug("{} was lost", endpoint.address(), e);
            loss = Loss.of(e, endpoint);
        } catch (RuntimeException e) {
            LOG.error("reading from {} failed", endpoint.address(), e);
            loss = Loss.of(new IOException("IBKR's client could not handle an answer: " + e, e), endpoint);
        } finally {
            close();
            client.eDisconnect();
            receiver.lost(loss);
        }
    }

    private void converse() throws IOException {
        client.setAsyncEConnect(true);
        client.eConnect(socket, endpoint.clientId());
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
