package io.tidemark.gateway.tws;

import io.tidemark.gateway.wire.ClientGreeting;
import io.tidemark.gateway.wire.ClientMessage;
import io.tidemark.gateway.wire.FrameReader;
import io.tidemark.gateway.wire.FrameWriter;
import io.tidemark.gateway.wire.MessageCodec;
import io.tidemark.gateway.wire.Protocol;
import io.tidemark.gateway.wire.ServerGreeting;
import io.tidemark.gateway.wire.ServerMessage;
import io.tidemark.gateway.wire.WireException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One TCP connection and the one thread that reads it: the only home of threads in this package.
///
/// The thread connects, greets and then reads until the connection ends, so that nobody who waits for an answer can
/// keep another answer from arriving. However it ends, the socket is closed.
final class SocketLink implements Link {
    private static final Logger LOG = LoggerFactory.getLogger(SocketLink.class);
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final int MOST_LOGGED = 256;

    private final TwsEndpoint endpoint;
    private final Receiver receiver;
    private final Socket socket = new Socket();
    private volatile @Nullable Wire wire;

    private record Wire(FrameWriter out, MessageCodec codec) {}

    SocketLink(TwsEndpoint endpoint, Receiver receiver) {
        this.endpoint = endpoint;
        this.receiver = receiver;
    }

    @Override
    public void start(Duration deadline) {
        Thread.ofPlatform().daemon().name("tws-reader-" + COUNT.incrementAndGet()).start(() -> run(deadline));
    }

    @Override
    public void send(ClientMessage message) throws IOException {
        Wire open = wire;
        if (open == null) {
            throw new IOException("no version was agreed yet");
        }
        LOG.info("To {}: {}", endpoint.address(), message);
        open.out.write(open.codec.encode(message));
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

    private void converse() throws IOException {
        var in = new FrameReader(socket.getInputStream());
        var out = new FrameWriter(socket.getOutputStream());
        out.writeGreeting(ClientGreeting.ours());
        Optional<byte[]> reply = in.next();
        if (reply.isEmpty()) {
            return;
        }
        var greeting = ServerGreeting.decode(reply.get());
        boolean understood = Protocol.speaks(greeting.serverVersion());
        if (understood) {
            wire = new Wire(out, MessageCodec.forVersion(greeting.serverVersion()));
        }
        receiver.greeted(greeting);
        if (understood) {
            read(in, MessageCodec.forVersion(greeting.serverVersion()));
        }
    }

    private void read(FrameReader in, MessageCodec codec) throws IOException {
        for (Optional<byte[]> frame = in.next(); frame.isPresent(); frame = in.next()) {
            receiver.received(decode(frame.get(), codec));
        }
    }

    private ServerMessage decode(byte[] frame, MessageCodec codec) throws WireException {
        try {
            return codec.decodeFromServer(frame);
        } catch (WireException e) {
            LOG.warn("From {}, {} bytes that cannot be read, beginning with {}", endpoint.address(), frame.length,
                    HexFormat.ofDelimiter(" ").formatHex(frame, 0, Math.min(frame.length, MOST_LOGGED)));
            throw e;
        }
    }
}
