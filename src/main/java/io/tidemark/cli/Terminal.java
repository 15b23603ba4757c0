package io.tidemark.cli;

import java.io.Console;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Scanner;

/// The streams of the process, and whether a person looks at them.
///
/// @param out results
/// @param err errors and, beside JSON, progress
/// @param interactive whether the streams belong to a terminal that can redraw a line
record Terminal(PrintStream out, PrintStream err, boolean interactive) {

    /// The terminal of this process.
    @SuppressWarnings("SystemConsoleNull") // Java 25 returns null again where no terminal is
    static Terminal ofProcess() {
        Console console = System.console();
        return new Terminal(System.out, System.err, console != null && console.isTerminal());
    }

    /// Asks the person at the terminal; anything but a yes is a no.
    boolean agrees(String question) {
        out.print(question + " [y/N] ");
        out.flush();
        var answers = new Scanner(System.in, out.charset());
        return answers.hasNextLine() && answers.nextLine().strip().toLowerCase(Locale.ROOT).startsWith("y");
    }
}
