package io.tidemark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/// Debian's own Python, with whatever modules it has; where it lacks them a test is skipped and says so.
public final class Python {
    private static final Path PROGRAM = Path.of("/usr/bin/python3");
    private static final String FIND = """
            import sys, importlib.util
            sys.exit(any(importlib.util.find_spec(name) is None for name in sys.argv[1:]))
            """;

    private Python() {
    }

    /// What a script printed, errors included, and its exit code.
    public record Answer(int exit, String text) {
        /// What it printed.
        ///
        /// @throws IOException when it did not end well; the message has its last words
        public String orFail() throws IOException {
            if (exit != 0) {
                throw new IOException("Python ended with " + exit + ": " + text);
            }
            return text;
        }
    }

    /// Skips the test unless all the modules are there.
    public static void assumeModules(String... modules) throws IOException {
        Assumptions.assumeTrue(Files.isExecutable(PROGRAM), "skipped: there is no " + PROGRAM);
        // asks where they are rather than importing them: that takes seconds
        Assumptions.assumeTrue(run(Path.of("."), FIND, modules).exit() == 0,
                "skipped: " + PROGRAM + " has not all of " + String.join(", ", modules));
    }

    /// Runs a script.
    ///
    /// @param folder where it runs
    /// @param arguments its `sys.argv[1:]`
    public static Answer run(Path folder, String script, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(PROGRAM.toString(), "-W", "ignore", "-c", script));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("PYTHONIOENCODING", "ascii:backslashreplace");
        // as many threads as a laptop has are slower than one for a few rows
        builder.environment().put("OMP_NUM_THREADS", "1");
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("Python does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        return new Answer(process.exitValue(), text);
    }
}
