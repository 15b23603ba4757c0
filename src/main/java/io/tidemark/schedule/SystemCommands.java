package io.tidemark.schedule;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The programs of this machine. One that does not end within twenty seconds is ended.
public final class SystemCommands implements CommandRunner {
    private static final long PATIENCE_SECONDS = 20;

    @Override
    public Result run(List<String> command, String input) throws IOException {
        Path in = Files.createTempFile("tidemark", ".in");
        Path out = Files.createTempFile("tidemark", ".out");
        try {
            Files.writeString(in, input, Charset.defaultCharset());
            Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectInput(in.toFile())
                    .redirectOutput(out.toFile()).start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(command.getFirst() + " did not end within " + PATIENCE_SECONDS + " s");
            }
            return new Result(process.exitValue(), Files.readString(out, Charset.defaultCharset()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while " + command.getFirst() + " ran", e);
        } finally {
            Files.deleteIfExists(in);
            Files.deleteIfExists(out);
        }
    }
}
