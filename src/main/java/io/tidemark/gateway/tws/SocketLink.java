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
import java.net.Socket;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One connection by Tidemark's own codec: the link's thread greets and then decodes frame by frame.
final class SocketLink extends ThreadedLink {
    private static final Logger LOG = LoggerFactory.getLogger(SocketLink.class);
    private static final int MOST_LOGGED = 256;

    private final TwsEndpoint endpoint;
    private final Receiver receiver;
    private volatile @Nullable Wire wire;

    private record Wire(FrameWriter out, MessageCodec codec) {}

    SocketLink(TwsEndpoint endpoint, Receiver receiver) {
        super("tws-reader", endpoint, receiver);
        this.endpoint = endpoint;
        this.receiver = receiver;
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
    protected void converse(Socket socket) throws IOException {
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
