package io.tidemark.gateway.wire;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The first bytes of a connection: `API`, NUL, and the range of versions that the client speaks.
///
/// @param oldest oldest version spoken
/// @param newest newest version spoken, not below `oldest`
/// @param options connect options after the versions, such as `+PACEAPI`; mostly empty
public record ClientGreeting(int oldest, int newest, String options) {
    private static final byte[] SIGN = {'A', 'P', 'I', 0};
    /// Generous: real greetings are about ten bytes long.
    private static final int LONGEST = 1024;
    private static final Pattern FORM = Pattern.compile("v(\\d{1,9})(?:\\.\\.(\\d{1,9}))?(?: (.*))?");

    /// Checks the range.
    public ClientGreeting {
        if (oldest > newest) {
            throw new IllegalArgumentException("version range " + oldest + ".." + newest + " is upside down");
        }
    }

    /// What Tidemark itself sends: `v157..178`.
    public static ClientGreeting ours() {
        return new ClientGreeting(Protocol.OFFERED_FROM, Protocol.NEWEST, "");
    }

    /// The version to go on with when the server speaks `serverOldest..serverNewest`, or -1 when there is none.
    public int agree(int serverOldest, int serverNewest) {
        int best = Math.min(newest, serverNewest);
        return best >= oldest && best >= serverOldest ? best : -1;
    }

    /// All bytes of the greeting, with sign and length.
    public byte[] encode() {
        byte[] text = text().getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(SIGN.length + Integer.BYTES + text.length).put(SIGN).putInt(text.length).put(text)
                .array();
    }

    /// Reads a greeting, blocking until it is complete.
    ///
    /// @throws WireException when the client speaks something else, or hangs up in the middle
    public static ClientGreeting read(InputStream in) throws IOException {
        var data = new DataInputStream(in);
        try {
            byte[] sign = new byte[SIGN.length];
            data.readFully(sign);
            if (!Arrays.equals(sign, SIGN)) {
                throw new WireException("not a TWS API client: the connection starts with " + printable(sign));
            }
            int length = data.readInt();
            if (length < 1 || length > LONGEST) {
                throw new WireException("a greeting of " + Integer.toUnsignedString(length) + " bytes");
            }
            byte[] text = new byte[length];
            data.readFully(text);
            return parse(new String(text, StandardCharsets.ISO_8859_1));
        } catch (EOFException e) {
            var cut = new WireException("the client hung up in the middle of its greeting");
            cut.initCause(e);
            throw cut;
        }
    }

    private static ClientGreeting parse(String text) throws WireException {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new WireException("a greeting without a version range: " + printable(
                    text.getBytes(StandardCharsets.ISO_8859_1)));
        }
        int oldest = Integer.parseInt(matcher.group(1));
        int newest = matcher.group(2) == null ? oldest : Integer.parseInt(matcher.group(2));
        if (oldest > newest) {
            throw new WireException("a greeting whose version range is upside down: " + text);
        }
        return new ClientGreeting(oldest, newest, matcher.group(3) == null ? "" : matcher.group(3));
    }

    private String text() {
        return "v" + oldest + ".." + newest + (options.isEmpty() ? "" : " " + options);
    }

    private static String printable(byte[] bytes) {
        var text = new StringBuilder("'");
        for (byte each : bytes) {
            text.append(each >= ' ' && each < 127 ? String.valueOf((char) each) : "\\x%02x".formatted(each & 0xFF));
        }
        return text.append('\'').toString();
    }
}
