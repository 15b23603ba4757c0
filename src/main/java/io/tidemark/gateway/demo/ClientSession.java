package io.tidemark.gateway.demo;

import io.tidemark.gateway.wire.ClientGreeting;
import io.tidemark.gateway.wire.ClientMessage;
import io.tidemark.gateway.wire.FrameReader;
import io.tidemark.gateway.wire.MessageCodec;
import io.tidemark.gateway.wire.Protocol;
import io.tidemark.gateway.wire.ServerGreeting;
import io.tidemark.gateway.wire.ServerMessage.Notice;
import io.tidemark.gateway.wire.WireException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One client's connection from its greeting to its end; runs on a thread of its own.
final class ClientSession implements Runnable, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ClientSession.class);
    /// A client that says nothing for so long is no client.
    private static final int GREETING_MILLIS = 30_000;

    private final DemoServices services;
    private final Socket socket;
    private final FrameReader in;
    private final ClientOutput out;
    private final HistoryDelivery history;
    private final ClientRequests requests;
    private final MessageCodec codec = MessageCodec.forVersion(Protocol.NEWEST);
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile OptionalInt clientId = OptionalInt.empty();

    /// @throws IOException when the client is gone already
    ClientSession(DemoServices services, Socket socket, Later later) throws IOException {
        this.services = services;
        this.socket = socket;
        socket.setTcpNoDelay(true);
        this.in = new FrameReader(socket.getInputStream());
        this.out = new ClientOutput(socket.getOutputStream());
        this.history = new HistoryDelivery(services, out, later, this::close);
        this.requests = new ClientRequests(services, out, history);
    }

    @Override
    public void run() {
        try {
            if (greet()) {
                for (var frame = in.next(); frame.isPresent(); frame = in.next()) {
                    handle(frame.get());
                }
            }
        } catch (IOException e) {
            LOG.debug("A client is gone: {}", e.getMessage());
        } finally {
            close();
        }
    }

    /// Agrees on the version; false when there is none.
    private boolean greet() throws IOException {
        socket.setSoTimeout(GREETING_MILLIS);
        var greeting = ClientGreeting.read(in.stream());
        socket.setSoTimeout(0);
        if (services.plan().strike(FaultKind.NO_HANDSHAKE).isPresent()) {
            in.stream().transferTo(OutputStream.nullOutputStream());
            return false;
        }
        int version = greeting.agree(Protocol.OLDEST, Protocol.NEWEST);
        if (version < 0) {
            LOG.info("A client speaks versions {} to {}, none of {} to {}", greeting.oldest(), greeting.newest(),
                    Protocol.OLDEST, Protocol.NEWEST);
            return false;
        }
        int said = services.plan().strike(FaultKind.VERSION).map(Fault::number).orElse(version);
        out.sendFrame(new ServerGreeting(said, services.time().text()).encode());
        return true;
    }

    private void handle(byte[] frame) throws IOException {
        ClientMessage message;
        try {
            message = codec.decodeFromClient(frame);
        } catch (WireException e) {
            LOG.info("A message cannot be read: {}", e.getMessage());
            out.send(Notice.general(320, "Server error when reading an API client request. " + e.getMessage()));
            return;
        }
        if (clientId.isPresent()) {
            requests.answer(message);
        } else if (message instanceof ClientMessage.StartApi start) {
            open(start.clientId());
        } else {
            LOG.info("Ignored before the session is open: {}", message);
        }
    }

    private void open(int id) throws IOException {
        if (services.plan().strike(FaultKind.DISCLAIMER).isPresent()) {
            refuse(10141, "Paper trading disclaimer must first be accepted for API connection.");
            return;
        }
        if (services.plan().strike(FaultKind.CLIENT_ID_IN_USE).isPresent() || !services.clientIds().take(id)) {
            refuse(326, "Unable to connect as the client id is already in use. Retry with a unique client id.");
            return;
        }
        clientId = OptionalInt.of(id);
        requests.tellAccounts();
        requests.tellNextId();
        out.send(Notice.general(2104, "Market data farm connection is OK:usfarm"));
        var broken = services.plan().strike(FaultKind.FARM_BROKEN);
        if (broken.isPresent()) {
            out.send(Notice.general(2105, "HMDS data farm connection is broken:ushmds"));
            history.breakFarm(broken.get().pause());
        } else {
            out.send(Notice.general(2106, "HMDS data farm connection is OK:ushmds"));
        }
        out.send(Notice.general(2158, "Sec-def data farm connection is OK:secdefil"));
    }

    private void refuse(int code, String text) throws IOException {
        out.send(Notice.general(code, text));
        close();
    }

    /// Ends the connection; the client's thread ends with it.
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        // The id first: whoever sees the connection end may connect again with it.
        clientId.ifPresent(services.clientIds()::free);
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("A connection would not close: {}", e.getMessage());
        }
    }
}
