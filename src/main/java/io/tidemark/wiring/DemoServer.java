package io.tidemark.wiring;

import io.tidemark.gateway.demo.DemoGateway;
import io.tidemark.gateway.demo.DemoOptions;
import io.tidemark.gateway.demo.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A demo gateway that runs by itself, for any TWS client on this machine.
public final class DemoServer implements AutoCloseable {
    private final DemoGateway gateway;

    private DemoServer(DemoGateway gateway) {
        this.gateway = gateway;
    }

    /// What a demo gateway is asked for.
    ///
    /// @param port TCP port on 127.0.0.1, 0 for any free one
    /// @param seed which synthetic market; the default one when empty
    /// @param csv folder of `SYMBOL.csv` files to serve instead of it
    /// @param today the day the market has reached; the clock's when empty
    /// @param faults faults to play, each written as [DemoServer#faults] lists them
    public record Wish(int port, Optional<Long> seed, Optional<Path> csv, Optional<LocalDate> today,
            List<String> faults) {
        /// Keeps a copy.
        public Wish {
            faults = List.copyOf(faults);
        }
    }

    /// Starts a demo gateway.
    ///
    /// @throws IllegalArgumentException when the wish makes no sense; the message says what would
    /// @throws IOException when the port is taken or the files cannot be read
    public static DemoServer start(Wish wish, Clock clock) throws IOException {
        var base = DemoOptions.builtIn(wish.seed(), wish.today(), clock);
        var options = new DemoOptions(wish.port(), base.seed(), wish.csv(), wish.today(),
                wish.faults().stream().map(Fault::parse).toList(), clock);
        return new DemoServer(DemoGateway.start(options));
    }

    /// The faults that can be played: how each is written, and what it does.
    public static Map<String, String> faults() {
        return Fault.catalogue();
    }

    /// The port it listens on.
    public int port() {
        return gateway.port();
    }

    /// Waits until it is closed.
    public void awaitClose() throws InterruptedException {
        gateway.awaitClose();
    }

    @Override
    public void close() {
        gateway.close();
    }
}
