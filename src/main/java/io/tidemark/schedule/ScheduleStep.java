package io.tidemark.schedule;

import io.tidemark.storage.AtomicFile;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// One thing that is done to a machine's scheduler. It can be told before it is done.
public sealed interface ScheduleStep {

    /// What it does, for a person, with all that is written.
    String words();

    /// Does it.
    ///
    /// @throws IOException when it fails; the message is a sentence
    void perform(CommandRunner runner) throws IOException;

    /// Writes a file.
    ///
    /// @param file replaced when it is there
    /// @param content its text
    /// @param charset how the text is written
    record Write(Path file, String content, Charset charset) implements ScheduleStep {
        Write(Path file, String content) {
            this(file, content, StandardCharsets.UTF_8);
        }

        @Override
        public String words() {
            return "write " + file + ":\n" + content.indent(4).stripTrailing();
        }

        @Override
        public void perform(CommandRunner runner) throws IOException {
            AtomicFile.write(file, out -> out.write(content.getBytes(charset)));
        }
    }

    /// Deletes a file, if it is there.
    ///
    /// @param file which
    record Delete(Path file) implements ScheduleStep {
        @Override
        public String words() {
            return "delete " + file;
        }

        @Override
        public void perform(CommandRunner runner) throws IOException {
            Files.deleteIfExists(file);
        }
    }

    /// Runs a program.
    ///
    /// @param command program and arguments
    /// @param input what it reads
    /// @param mayFail whether a failure does not matter, such as ending what does not run
    record Run(List<String> command, String input, boolean mayFail) implements ScheduleStep {
        /// Keeps a copy.
        public Run {
            command = List.copyOf(command);
        }

        /// A program that must go well.
        static Run of(String... command) {
            return new Run(List.of(command), "", false);
        }

        @Override
        public String words() {
            String line = "run " + String.join(" ", command);
            return input.isEmpty() ? line : line + " with:\n" + input.indent(4).stripTrailing();
        }

        @Override
        public void perform(CommandRunner runner) throws IOException {
            CommandRunner.Result result = runner.run(command, input);
            if (!mayFail && !result.good()) {
                throw new IOException("'" + String.join(" ", command) + "' ended with " + result.exit() + ": "
                        + result.output().strip());
            }
        }
    }
}
