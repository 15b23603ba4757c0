package io.tidemark.gateway.wire;

/// Turns messages into frame bodies and back, as one server version lays them out.
///
/// The messages are the same for every version, so a binary codec for servers from 201 on fits in beside the textual
/// one without a change to anybody who uses it. Thread-safe.
public interface MessageCodec {

    /// The codec for a server version.
    ///
    /// @throws IllegalArgumentException when no codec speaks it; ask [Protocol#speaks(int)] first
    static MessageCodec forVersion(int serverVersion) {
        if (!Protocol.speaks(serverVersion)) {
            throw new IllegalArgumentException("no codec for server version " + serverVersion + ", only for "
                    + Protocol.OLDEST + " to " + Protocol.NEWEST);
        }
        // No message used here changed its layout between 176 and 178.
        return TextCodec.INSTANCE;
    }

    /// The body of a frame from client to server.
    byte[] encode(ClientMessage message);

    /// The body of a frame from server to client.
    byte[] encode(ServerMessage message);

    /// Reads a frame from a client; fields after the last known one are ignored.
    ///
    /// @return [ClientMessage.Unknown] when there is no record for its id
    /// @throws WireException when it is cut short or cannot be what it says it is
    ClientMessage decodeFromClient(byte[] body) throws WireException;

    /// Reads a frame from a server; fields after the last known one are ignored.
    ///
    /// @return [ServerMessage.Unknown] when there is no record for its id
    /// @throws WireException when it is cut short or cannot be what it says it is
    ServerMessage decodeFromServer(byte[] body) throws WireException;
}
