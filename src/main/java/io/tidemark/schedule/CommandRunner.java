package io.tidemark.schedule;

import java.io.IOException;
import java.util.List;

/// Runs programs of the operating system.
@FunctionalInterface
public interface CommandRunner {
    /// Runs a program to its end.
    ///
    /// @param command program and arguments
    /// @param input what it reads on its standard input
    /// @throws IOException when there is no such program, or it does not end
    Result run(List<String> command, String input) throws IOException;

    /// What came of it.
    ///
    /// @param exit its exit code
    /// @param output what it printed, errors included
    record Result(int exit, String output) {
        /// Whether it went well.
        public boolean good() {
            return exit == 0;
        }
    }
}
