package io.tidemark.gateway.tws;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One TCP connection and the one thread that connects and then reads it: the only home of threads in this package.
///
/// Nobody who waits for an answer can keep another answer from arriving. However it ends, the socket is closed and the
/// loss told once. The socket is always ours, so that connecting has a deadline and closing waits for nobody.
public abstract class ThreadedLink implements Link {
    private static final Logger LOG = LoggerFactory.getLogger(ThreadedLink.class);
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final String name;
    private final TwsEndpoint endpoint;
    private final Receiver receiver;
    private final Socket socket = new Socket();

    /// A link that does nothing yet.
    ///
    /// @param name of its thread, before a number
    protected ThreadedLink(String name, TwsEndpoint endpoint, Receiver receiver) {
        this.name = name;
        this.endpoint = endpoint;
        this.receiver = receiver;
    }

    @Override
    public final void start(Duration deadline) {
        Thread.ofPlatform().daemon().name(name + "-" + COUNT.incrementAndGet()).start(() -> run(deadline));
    }

    @Override
    public final void close() {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("closing failed", e);
        }
    }

    /// Greets and reads until the other side hangs up between two messages.
    ///
    /// @param open connected
    /// @throws IOException when the connection ends in another way
    protected abstract void converse(Socket open) throws IOException;

    private void run(Duration deadline) {
        Loss loss = Loss.ended(endpoint);
        try {
            socket.setTcpNoDelay(true);
            socket.setKeepAlive(true);
            socket.connect(new InetSocketAddress(endpoint.host(), endpoint.port()), (int) deadline.toMillis());
            receiver.connected();
            converse(socket);
        } catch (IOException e) {
            LOG.debug("{} was lost", endpoint.address(), e);
            loss = Loss.of(e, endpoint);
        } catch (RuntimeException e) {
            LOG.error("reading from {} failed", endpoint.address(), e);
            loss = new Loss("an answer of " + endpoint.address() + " could not be handled: " + e,
                    TwsCode.BAD_ANSWER.advice());
        } finally {
            close();
            receiver.lost(loss);
        }
    }
}
