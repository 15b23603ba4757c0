package io.tidemark.gateway.wire;

/// The textual layout of server versions 176 to 178.
enum TextCodec implements MessageCodec {
    /// The only one: the layout needs no state.
    INSTANCE;

    @Override
    public byte[] encode(ClientMessage message) {
        return TextClientMessages.encode(message);
    }

    @Override
    public byte[] encode(ServerMessage message) {
        return TextServerMessages.encode(message);
    }

    @Override
    public ClientMessage decodeFromClient(byte[] body) throws WireException {
        var in = new FieldReader(body, "a client's message");
        int id = in.integer();
        return TextClientMessages.decode(id, in.named("message " + id + " of the client"));
    }

    @Override
    public ServerMessage decodeFromServer(byte[] body) throws WireException {
        var in = new FieldReader(body, "a server's message");
        int id = in.integer();
        return TextServerMessages.decode(id, in.named("message " + id + " of the server"));
    }
}
