package io.tidemark.gateway.tws;

import io.tidemark.gateway.wire.ClientMessage;
import io.tidemark.gateway.wire.ServerGreeting;
import io.tidemark.gateway.wire.ServerMessage;
import java.io.IOException;
import java.time.Duration;

/// One connection to TWS, whoever puts the messages into bytes: Tidemark itself or IBKR's own client.
///
/// It carries messages and decides nothing: deadlines, pacing, attempts and what an answer means are the same over
/// every link. Thread-safe.
public interface Link extends AutoCloseable {

    /// Told what happens, on the link's one reading thread, in the order in which it happens.
    interface Receiver {
        /// The TCP connection stands.
        void connected();

        /// The server answered our greeting. Whether its version suits is for the receiver to judge.
        void greeted(ServerGreeting greeting);

        /// A message arrived.
        void received(ServerMessage message);

        /// Nothing more will arrive. Told exactly once.
        void lost(Loss loss);
    }

    /// Starts to connect and to read, on a thread of its own, and returns at once.
    ///
    /// @param deadline for the TCP connection
    void start(Duration deadline);

    /// Sends a message.
    ///
    /// @throws IOException when the connection is gone, or no version was agreed yet
    void send(ClientMessage message) throws IOException;

    /// Closes the socket, which ends the thread.
    @Override
    void close();
}
