package io.tidemark.cli;

/// What the process tells the shell.
final class ExitCode {
    /// Done.
    static final int DONE = 0;
    /// Failed, with one clear sentence on the error stream.
    static final int FAILED = 1;
    /// The arguments make no sense.
    static final int USAGE = 2;
    /// Stopped by Ctrl-C, as shells count it: 128 + SIGINT.
    static final int CANCELLED = 130;

    private ExitCode() {
    }
}
