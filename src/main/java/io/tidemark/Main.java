package io.tidemark;

import io.tidemark.cli.Tidemark;

/// Starts Tidemark and passes its exit code on.
public final class Main {
    private Main() {
    }

    /// Runs the command named by the arguments.
    ///
    /// @param arguments see `tidemark help`
    public static void main(String[] arguments) {
        System.exit(Tidemark.run(arguments));
    }
}
