package io.tidemark.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Prints the manual for `man`.
@Command(name = "man", mixinStandardHelpOptions = true,
        description = "Prints the manual of all commands as a man page.",
        footer = {
                "",
                "Examples:",
                "  Read it:",
                "    tidemark man | man -l -",
                "  Keep it for man:",
                "    tidemark man > ~/.local/share/man/man1/tidemark.1"})
final class ManCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    ManCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        terminal.out().print(ManPage.of(spec.root().commandLine(), Version.text()));
        return ExitCode.DONE;
    }
}
