package io.tidemark.gateway.wire;

/// The server's answer to a greeting: one frame with the version agreed and the time of day.
///
/// @param serverVersion version that both sides use from now on
/// @param time when the connection was made, as text; its zone part is free text and must not be relied upon
public record ServerGreeting(int serverVersion, String time) {

    /// The frame's body.
    public byte[] encode() {
        return new FieldWriter().number(serverVersion).escaped(time).body();
    }

    /// Reads the frame's body.
    ///
    /// @throws WireException when it holds no version
    public static ServerGreeting decode(byte[] body) throws WireException {
        var in = new FieldReader(body, "the handshake reply");
        int version = in.integer();
        return new ServerGreeting(version, in.hasNext() ? in.text() : "");
    }
}
