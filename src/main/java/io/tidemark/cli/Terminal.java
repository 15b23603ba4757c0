package io.tidemark.cli;

import java.io.Console;
import java.io.PrintStream;
import java.util.Objects;

/// The streams of the process, and whether a person looks at them.
///
/// @param out results
/// @param err errors and, beside JSON, progress
/// @param interactive whether the streams belong to a terminal that can redraw a line
record Terminal(PrintStream out, PrintStream err, boolean interactive) {

    /// The terminal of this process.
    static Terminal ofProcess() {
        Console console = Objects.requireNonNull(System.console(), "since Java 22 there always is one");
        return new Terminal(System.out, System.err, console.isTerminal());
    }
}
