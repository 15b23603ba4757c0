package io.tidemark.gateway.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.gateway.wire.ClientGreeting;
import io.tidemark.gateway.wire.ClientMessage;
import io.tidemark.gateway.wire.Contract;
import io.tidemark.gateway.wire.FrameReader;
import io.tidemark.gateway.wire.FrameWriter;
import io.tidemark.gateway.wire.HistoricalBar;
import io.tidemark.gateway.wire.MessageCodec;
import io.tidemark.gateway.wire.Protocol;
import io.tidemark.gateway.wire.ServerGreeting;
import io.tidemark.gateway.wire.ServerMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// A client that says exactly what a test wants and waits for no longer than a test can.
final class WireClient implements AutoCloseable {
    static final int DEADLINE_MILLIS = 10_000;

    private final Socket socket;
    private final FrameReader in;
    private final MessageCodec codec = MessageCodec.forVersion(Protocol.NEWEST);

    private WireClient(int port) throws IOException {
        this.socket = new Socket(InetAddress.getByAddress(new byte[]{127, 0, 0, 1}), port);
        socket.setSoTimeout(DEADLINE_MILLIS);
        this.in = new FrameReader(socket.getInputStream());
    }

    /// A TCP connection, nothing said yet.
    static WireClient connect(DemoGateway gateway) throws IOException {
        return new WireClient(gateway.port());
    }

    /// A session that is open, its first messages read.
    static WireClient open(DemoGateway gateway, int clientId) throws IOException {
        var client = connect(gateway);
        client.greet();
        client.say(new ClientMessage.StartApi(clientId, ""));
        client.until(ServerMessage.Notice.class, notice -> notice.code() == 2158);
        return client;
    }

    static Contract stock(String symbol) {
        return Contract.plain(0, symbol, "STK", "SMART", "", "USD");
    }

    static Contract vix() {
        return Contract.plain(0, "VIX", "IND", "CBOE", "", "USD");
    }

    static ClientMessage.HistoricalDataRequest tenYears(int id, String symbol) {
        return history(id, symbol, "", "1 day", "10 Y", "TRADES");
    }

    static ClientMessage.HistoricalDataRequest history(int id, String symbol, String end, String barSize,
            String duration, String series) {
        var contract = symbol.equals("VIX") ? vix() : stock(symbol);
        return ClientMessage.HistoricalDataRequest.once(id, contract,
                new ClientMessage.HistoricalRange(end, barSize, duration, true, series));
    }

    Socket socket() {
        return socket;
    }

    ServerGreeting greet() throws IOException {
        bytes(ClientGreeting.ours().encode());
        return ServerGreeting.decode(in.next().orElseThrow());
    }

    void bytes(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    void say(ClientMessage message) throws IOException {
        bytes(FrameWriter.frame(codec.encode(message)));
    }

    byte[] encode(ClientMessage message) {
        return FrameWriter.frame(codec.encode(message));
    }

    /// The next frame; empty when the server hung up.
    Optional<byte[]> frame() throws IOException {
        return in.next();
    }

    /// The next message; fails when the server hung up.
    ServerMessage next() throws IOException {
        return codec.decodeFromServer(in.next().orElseThrow(() -> new AssertionError("the server hung up")));
    }

    /// The next message, which has to be of a kind.
    <T extends ServerMessage> T next(Class<T> kind) throws IOException {
        var message = next();
        assertThat(message).isInstanceOf(kind);
        return kind.cast(message);
    }

    /// The next error or notice, which has to have a code.
    ServerMessage.Notice nextNotice(int code) throws IOException {
        var notice = next(ServerMessage.Notice.class);
        assertThat(notice.code()).as(notice.text()).isEqualTo(code);
        return notice;
    }

    /// The messages up to the first of a kind that passes.
    <T extends ServerMessage> List<ServerMessage> until(Class<T> kind, Predicate<T> last)
            throws IOException {
        var messages = new ArrayList<ServerMessage>();
        while (true) {
            var message = next();
            messages.add(message);
            if (kind.isInstance(message) && last.test(kind.cast(message))) {
                return messages;
            }
        }
    }

    /// Asks for ten years of bars and takes the answer, which has to be bars.
    List<HistoricalBar> bars(int id, String symbol) throws IOException {
        say(tenYears(id, symbol));
        return next(ServerMessage.HistoricalData.class).bars();
    }

    /// Whether the server has nothing more to say and answers at once what is asked after.
    void assertSilent() throws IOException {
        say(new ClientMessage.CurrentTimeRequest());
        assertThat(next()).isInstanceOf(ServerMessage.CurrentTime.class);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
