package io.tidemark.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Prints what teaches a shell to complete the commands.
@Command(name = "generate-completion", mixinStandardHelpOptions = true,
        description = "Prints what completes commands in bash and zsh.",
        footer = {
                "",
                "Examples:",
                "  In this shell:",
                "    source <(tidemark generate-completion)",
                "  In every bash from now on:",
                "    tidemark generate-completion >> ~/.bash_completion"})
final class CompletionCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    CompletionCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        CommandLine program = spec.root().commandLine();
        terminal.out().println(AutoComplete.bash(program.getCommandName(), program));
        return ExitCode.DONE;
    }
}
