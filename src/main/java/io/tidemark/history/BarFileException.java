package io.tidemark.history;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A file of bars that is missing, damaged, or not what it should be; the message is for a person.
public final class BarFileException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Path file;
    private final int line;
    private final String problem;

    /// About the file as a whole.
    public BarFileException(Path file, String problem) {
        this(file, 0, problem, null);
    }

    /// About one line of the file.
    ///
    /// @param line line number from 1, or 0 for the file as a whole
    /// @param problem what is wrong and what to do
    public BarFileException(Path file, int line, String problem, @Nullable Throwable cause) {
        super(file + (line > 0 ? ", line " + line : "") + ": " + problem, cause);
        this.file = file;
        this.line = line;
        this.problem = problem;
    }

    /// The file.
    public Path file() {
        return file;
    }

    /// What is wrong and what to do, without the file and the line.
    public String problem() {
        return problem;
    }

    /// The line, counted from 1, or 0 when the whole file is meant.
    public int line() {
        return line;
    }
}
