package io.tidemark.gateway.demo;

import io.tidemark.gateway.synthetic.SyntheticMarket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What a demo gateway serves, and how.
///
/// @param port TCP port on 127.0.0.1; 0 for any free one
/// @param seed which synthetic market, 0 or more
/// @param csv folder of `SYMBOL.csv` files to serve instead of the synthetic market
/// @param today the date that the market has reached, its session finished; the clock's when empty
/// @param faults what to do wrong, all of it
/// @param clock what time it is
public record DemoOptions(int port, long seed, Optional<Path> csv, Optional<LocalDate> today, List<Fault> faults,
        Clock clock) {

    /// Checks port and seed; keeps a copy.
    public DemoOptions {
        if (port < 0 || port > 0xFFFF) {
            throw new IllegalArgumentException("a port is 0 to 65535, not " + port);
        }
        if (seed < 0) {
            throw new IllegalArgumentException("the seed of a synthetic market is 0 or more, not " + seed);
        }
        faults = List.copyOf(faults);
    }

    /// The default synthetic market on any free port.
    public static DemoOptions standard(Clock clock) {
        return builtIn(Optional.empty(), Optional.empty(), clock);
    }

    /// A synthetic market on any free port, without faults.
    ///
    /// @param seed which market; the default one when empty
    /// @param today the date it has reached; the clock's when empty
    public static DemoOptions builtIn(Optional<Long> seed, Optional<LocalDate> today, Clock clock) {
        return new DemoOptions(0, seed.orElse(SyntheticMarket.DEFAULT_SEED), Optional.empty(), today, List.of(),
                clock);
    }

    /// The same on another port.
    public DemoOptions withPort(int newPort) {
        return new DemoOptions(newPort, seed, csv, today, faults, clock);
    }

    /// The same for another synthetic market.
    public DemoOptions withSeed(long newSeed) {
        return new DemoOptions(port, newSeed, csv, today, faults, clock);
    }

    /// The same with bars from files.
    public DemoOptions withCsv(Path folder) {
        return new DemoOptions(port, seed, Optional.of(folder), today, faults, clock);
    }

    /// The same on another day.
    public DemoOptions withToday(LocalDate newToday) {
        return new DemoOptions(port, seed, csv, Optional.of(newToday), faults, clock);
    }

    /// The same with other faults.
    public DemoOptions withFaults(List<Fault> newFaults) {
        return new DemoOptions(port, seed, csv, today, newFaults, clock);
    }
}
