package io.tidemark.gateway.official;

import com.ib.client.EClientSocket;
import com.ib.client.EReaderSignal;
import com.ib.client.EWrapper;
import io.tidemark.gateway.wire.ServerGreeting;
import java.util.function.Consumer;

/// IBKR's client, telling which version the server answered even where it then hangs up because of it.
final class VersionedSocket extends EClientSocket {
    private final Consumer<ServerGreeting> greeted;

    VersionedSocket(EWrapper callbacks, EReaderSignal signal, Consumer<ServerGreeting> greeted) {
        super(callbacks, signal);
        this.greeted = greeted;
    }

    @Override
    public synchronized void serverVersion(int version, String time) {
        super.serverVersion(version, time);
        greeted.accept(new ServerGreeting(version, time));
    }
}
