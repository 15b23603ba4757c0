package io.tidemark.gateway.demo;

import io.tidemark.market.Symbol;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Which faults are still to strike. Thread-safe; shared by all clients of a gateway.
final class FaultPlan {
    private final List<Entry> entries = new ArrayList<>();

    /// A fault and how often it may strike still.
    private static final class Entry {
        final Fault fault;
        int left;

        Entry(Fault fault) {
            this.fault = fault;
            this.left = fault.times();
        }
    }

    FaultPlan(List<Fault> faults) {
        faults.forEach(fault -> entries.add(new Entry(fault)));
    }

    /// The fault of a kind that strikes something without a symbol now, if any; its number of times goes down.
    synchronized Optional<Fault> strike(FaultKind kind) {
        return take(entries.stream().filter(entry -> entry.fault.kind() == kind));
    }

    /// The fault of a kind that strikes a request about a symbol now, if any; its number of times goes down.
    synchronized Optional<Fault> strike(FaultKind kind, Symbol symbol) {
        return take(entries.stream().filter(entry -> entry.fault.kind() == kind && entry.fault.concerns(symbol)));
    }

    /// The fault of a kind that strikes a request about a symbol on a day, if any; its number of times goes down.
    ///
    /// @param today a fault with a later date does not strike yet
    synchronized Optional<Fault> strike(FaultKind kind, Symbol symbol, LocalDate today) {
        return take(entries.stream().filter(entry -> entry.fault.kind() == kind && entry.fault.concerns(symbol)
                && entry.fault.date().map(from -> !today.isBefore(from)).orElse(true)));
    }

    /// The same, for a fault with the given argument only.
    synchronized Optional<Fault> strike(FaultKind kind, String argument, Symbol symbol) {
        return take(entries.stream().filter(entry -> entry.fault.kind() == kind
                && entry.fault.argument().equals(argument) && entry.fault.concerns(symbol)));
    }

    private static Optional<Fault> take(Stream<Entry> candidates) {
        return candidates.filter(entry -> entry.left > 0).findFirst().map(entry -> {
            if (entry.left != Fault.ALWAYS) {
                entry.left--;
            }
            return entry.fault;
        });
    }

    /// Whether a kind was asked for at all.
    synchronized boolean has(FaultKind kind) {
        return entries.stream().anyMatch(entry -> entry.fault.kind() == kind);
    }
}
