package io.tidemark.gateway.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A server on 127.0.0.1 that speaks the protocol of TWS and serves the synthetic market, or files of bars.
///
/// Any TWS API client can connect, several at once. It knows no orders: messages about them are skipped like all that
/// it does not know. One thread takes connections, one more serves each client; [#close()] ends them all.
public final class DemoGateway implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DemoGateway.class);
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final int BACKLOG = 50;

    private final DemoServices services;
    private final ServerSocket door;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<ClientSession> sessions = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closed = new CountDownLatch(1);

    private DemoGateway(DemoServices services, ServerSocket door) {
        this.services = services;
        this.door = door;
    }

    /// Starts to listen.
    ///
    /// @throws IOException when the port is taken or files of bars cannot be read; the message says what to do
    public static DemoGateway start(DemoOptions options) throws IOException {
        var services = DemoServices.of(options);
        var gateway = new DemoGateway(services, listen(options.port()));
        gateway.threads.execute(gateway::takeConnections);
        LOG.info("Demo gateway for account {} listens on 127.0.0.1:{}", services.source().account(), gateway.port());
        return gateway;
    }

    private static ServerSocket listen(int port) throws IOException {
        var door = new ServerSocket();
        try {
            door.bind(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port), BACKLOG);
            return door;
        } catch (IOException e) {
            door.close();
            throw new IOException("cannot listen on 127.0.0.1:" + port + " (" + e.getMessage()
                    + "); another gateway may be running there: choose another port, or 0 for any free one", e);
        }
    }

    /// The TCP port.
    public int port() {
        return door.getLocalPort();
    }

    /// Waits until the gateway is closed.
    public void awaitClose() throws InterruptedException {
        closed.await();
    }

    private void takeConnections() {
        while (!door.isClosed()) {
            try {
                serve(door.accept());
            } catch (IOException e) {
                if (!door.isClosed()) {
                    LOG.warn("A connection could not be taken: {}", e.getMessage());
                }
            }
        }
    }

    private void serve(Socket socket) throws IOException {
        var session = new ClientSession(services, socket, this::later);
        sessions.add(session);
        if (door.isClosed()) {
            session.close();
            return;
        }
        threads.execute(() -> {
            try {
                session.run();
            } finally {
                sessions.remove(session);
            }
        });
    }

    private void later(Duration pause, Runnable action) {
        // An action that comes due after the end finds the threads closed, and is dropped.
        CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS, threads).execute(action);
    }

    /// Hangs up on all clients and waits for their threads to end.
    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            LOG.debug("The port would not close: {}", e.getMessage());
        }
        sessions.forEach(ClientSession::close);
        threads.close();
        closed.countDown();
    }
}
