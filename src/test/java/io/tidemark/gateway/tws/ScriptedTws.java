package io.tidemark.gateway.tws;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// A server on loopback that follows a script for each connection, speaking raw bytes: it shares no code with the
/// client. Fields are written joined by `|`.
final class ScriptedTws implements AutoCloseable {
    static final String SPY_ROW = "10|%s|SPY|STK||0||SMART|USD|SPY|SPY|SPY|756733|0.01||LMT|SMART|1|0|SPDR|ARCA||||"
            + "|US/Eastern|||||0|1|||26||ETF|1|1|100||";
    static final String TWO_BARS = "17|%s|x|y|2|20261119|660.12|664.90|658.03|663.75|51234567|662.114|412345"
            + "|20261120|663.80|667.25|661.40|665.10|48120034.5|664.902|398211|";

    private final ServerSocket listening;
    private final List<Script> scripts;
    private final AtomicInteger visits = new AtomicInteger();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();

    /// What happens on one connection; when it ends, the server hangs up.
    interface Script {
        void run(Visit visit) throws IOException;
    }

    /// The first connection follows the first script, and so on; the last script serves all that come after.
    ScriptedTws(Script... scripts) throws IOException {
        this.scripts = List.of(scripts);
        listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    TwsEndpoint endpoint() {
        return new TwsEndpoint("127.0.0.1", port(), 71);
    }

    /// Connections so far.
    int visits() {
        return visits.get();
    }

    /// All frames received so far, fields joined by `|`.
    List<String> heard() {
        return heard;
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket socket : sockets) {
            socket.close();
        }
        if (!failures.isEmpty()) {
            throw new AssertionError("a script failed", failures.peek());
        }
    }

    private void accept() {
        while (true) {
            try {
                Socket socket = listening.accept();
                sockets.add(socket);
                Script script = scripts.get(Math.min(visits.getAndIncrement(), scripts.size() - 1));
                Thread.ofVirtual().start(() -> follow(script, socket));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void follow(Script script, Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            script.run(new Visit(socket));
        } catch (EOFException | SocketException e) {
            // the client hung up, or the test is over
        } catch (IOException | RuntimeException | AssertionError e) {
            failures.add(e);
        }
    }

    /// One connection.
    final class Visit {
        private final Socket socket;
        private final DataInputStream in;
        private final OutputStream out;
        private String clientId = "";

        Visit(Socket socket) throws IOException {
            this.socket = socket;
            in = new DataInputStream(socket.getInputStream());
            out = socket.getOutputStream();
        }

        /// Reads the greeting.
        String greeting() throws IOException {
            byte[] sign = new byte[4];
            in.readFully(sign);
            if (!Arrays.equals(sign, new byte[]{'A', 'P', 'I', 0})) {
                throw new AssertionError("not a greeting: " + Arrays.toString(sign));
            }
            return new String(body(), StandardCharsets.US_ASCII);
        }

        /// Greets as the given version and reads the client's id.
        void greet(int version) throws IOException {
            greeting();
            send(version + "|20261122 09:30:00 US/Eastern|");
            clientId = receive().split("\\|", -1)[2];
        }

        /// Brings the client to readiness.
        void welcome() throws IOException {
            welcome("DU1234567");
        }

        void welcome(String accounts) throws IOException {
            greet(178);
            send("15|1|" + accounts + "|", "9|1|1|", "4|2|-1|2106|HMDS data farm connection is OK:ushmds||");
        }

        /// Sends frames in one piece.
        void send(String... frames) throws IOException {
            var bytes = new ByteArrayOutputStream();
            for (String each : frames) {
                bytes.writeBytes(frame(each));
            }
            raw(bytes.toByteArray());
        }

        /// Sends frames, each byte on its own.
        void sendByteByByte(String... frames) throws IOException {
            for (String each : frames) {
                for (byte one : frame(each)) {
                    out.write(one);
                    out.flush();
                }
            }
        }

        void raw(byte[] bytes) throws IOException {
            out.write(bytes);
            out.flush();
        }

        /// The next frame, whatever it is.
        String receive() throws IOException {
            String frame = new String(body(), StandardCharsets.US_ASCII).replace('\0', '|');
            heard.add(frame);
            return frame;
        }

        /// Answers contract and clock questions in the ordinary way until a frame of another kind comes.
        ///
        /// @return its request id
        String until(String messageId) throws IOException {
            while (true) {
                String frame = receive();
                String[] fields = frame.split("\\|", -1);
                if (fields[0].equals(messageId)) {
                    return requestId(fields);
                }
                ordinary(fields);
            }
        }

        /// Answers everything in the ordinary way until the client hangs up.
        void serve() throws IOException {
            until("none");
        }

        /// Reads and says nothing until the client hangs up.
        void listenOnly() throws IOException {
            while (true) {
                receive();
            }
        }

        /// Reads bytes and says nothing until the client hangs up.
        void drain() throws IOException {
            in.transferTo(OutputStream.nullOutputStream());
        }

        String clientId() {
            return clientId;
        }

        /// Hangs up, by a reset when asked for.
        void hangUp(boolean reset) throws IOException {
            socket.setSoLinger(reset, 0);
            socket.close();
        }

        private void ordinary(String[] fields) throws IOException {
            switch (fields[0]) {
                case "9" -> send(row(fields[2], fields[4]), "52|1|" + fields[2] + "|");
                case "20" -> send(TWO_BARS.formatted(fields[1]));
                case "49" -> send("49|1|1795449600|");
                case "25" -> send("4|2|" + fields[2] + "|162|Historical Market Data Service error message:API "
                        + "historical data query cancelled: " + fields[2] + "||");
                default -> throw new AssertionError("unexpected: " + Arrays.toString(fields));
            }
        }

        private static String row(String id, String symbol) {
            String row = SPY_ROW.formatted(id);
            return "SPY".equals(symbol)
                    ? row
                    : row.replace("|SPY|", "|" + symbol + "|").replace("756733", Integer.toString(symbol.hashCode()));
        }

        private byte[] body() throws IOException {
            byte[] body = new byte[in.readInt()];
            in.readFully(body);
            return body;
        }

        private static String requestId(String[] fields) {
            return switch (fields[0]) {
                case "9", "25" -> fields[2];
                default -> fields[1];
            };
        }

        private static byte[] frame(String fields) {
            byte[] body = fields.replace('|', '\0').getBytes(StandardCharsets.UTF_8);
            return ByteBuffer.allocate(4 + body.length).putInt(body.length).put(body).array();
        }
    }
}
