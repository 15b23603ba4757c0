package io.tidemark.gateway.demo;

import io.tidemark.gateway.wire.FrameWriter;
import io.tidemark.gateway.wire.MessageCodec;
import io.tidemark.gateway.wire.Protocol;
import io.tidemark.gateway.wire.ServerMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/// What one client is told, frame by frame; also in ways no good server would. Thread-safe: frames never mix.
final class ClientOutput {
    private final OutputStream out;
    private final MessageCodec codec = MessageCodec.forVersion(Protocol.NEWEST);

    /// @param out not buffered
    ClientOutput(OutputStream out) {
        this.out = out;
    }

    /// Sends a message.
    void send(ServerMessage message) throws IOException {
        sendFrame(codec.encode(message));
    }

    /// Sends a frame.
    synchronized void sendFrame(byte[] body) throws IOException {
        out.write(FrameWriter.frame(body));
        out.flush();
    }

    /// Sends the first half of a message's frame, and nothing after.
    synchronized void sendHalf(ServerMessage message) throws IOException {
        byte[] frame = FrameWriter.frame(codec.encode(message));
        out.write(Arrays.copyOf(frame, frame.length / 2));
        out.flush();
    }

    /// Sends a message's frame in single bytes.
    synchronized void sendByteByByte(ServerMessage message) throws IOException {
        for (byte each : FrameWriter.frame(codec.encode(message))) {
            out.write(each);
            out.flush();
        }
    }
}
