package io.tidemark.gateway.wire;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;

/// Cuts a stream into frames: a 4-byte big-endian length, then that many bytes.
///
/// How the network splits or joins the bytes makes no difference. For one thread.
public final class FrameReader {
    /// The longest frame that the protocol allows.
    public static final int LONGEST = 0xFFFFFF;
    private static final int BUFFER = 1 << 16;

    private final InputStream in;

    /// Reads from here on; the stream stays the caller's to close.
    public FrameReader(InputStream in) {
        this.in = new BufferedInputStream(in, BUFFER);
    }

    /// The stream below, buffered: for the greeting, which comes before the first frame.
    public InputStream stream() {
        return in;
    }

    /// The next frame's body, blocking until it is complete; empty when the stream ended between two frames.
    ///
    /// @throws WireException when the stream ends inside a frame, or the length is impossible
    /// @throws IOException when the connection broke
    public Optional<byte[]> next() throws IOException {
        byte[] head = in.readNBytes(Integer.BYTES);
        if (head.length == 0) {
            return Optional.empty();
        }
        if (head.length < Integer.BYTES) {
            throw cut(head.length, Integer.BYTES, "length");
        }
        int length = length(head);
        // readNBytes grows as bytes arrive, so a lying length costs no memory
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw cut(body.length, length, "body");
        }
        return Optional.of(body);
    }

    private static int length(byte[] head) throws WireException {
        long length = Integer.toUnsignedLong(ByteBuffer.wrap(head).getInt());
        if (length < 1 || length > LONGEST) {
            throw new WireException("a frame of " + length + " bytes; allowed are 1 to " + LONGEST);
        }
        return (int) length;
    }

    private static WireException cut(int got, int wanted, String part) {
        return new WireException(
                "the connection ended inside a frame: " + got + " of " + wanted + " bytes of its " + part);
    }
}
