package io.tidemark.gateway.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/// Writes frames: a 4-byte big-endian length, then that many bytes.
///
/// Thread-safe: frames of several threads never mix.
public final class FrameWriter {
    private final OutputStream out;

    /// Writes to the stream, which should not be buffered; it stays the caller's to close.
    public FrameWriter(OutputStream out) {
        this.out = out;
    }

    /// Writes one frame, in one go.
    ///
    /// @throws IllegalArgumentException when the body is empty or too long for a frame
    public void write(byte[] body) throws IOException {
        writeRaw(frame(body));
    }

    /// Writes bytes that are no frame: the greeting.
    public void writeGreeting(ClientGreeting greeting) throws IOException {
        writeRaw(greeting.encode());
    }

    /// The body with its length in front.
    ///
    /// @throws IllegalArgumentException when the body is empty or too long for a frame
    public static byte[] frame(byte[] body) {
        if (body.length < 1 || body.length > FrameReader.LONGEST) {
            throw new IllegalArgumentException("a frame takes 1 to " + FrameReader.LONGEST + " bytes, not "
                    + body.length);
        }
        return ByteBuffer.allocate(Integer.BYTES + body.length).putInt(body.length).put(body).array();
    }

    private synchronized void writeRaw(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }
}
