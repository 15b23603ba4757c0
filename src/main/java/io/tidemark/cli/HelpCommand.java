package io.tidemark.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Tells what a command does, of commands of commands too, which picocli's own does not find.
@Command(name = "help", helpCommand = true, mixinStandardHelpOptions = true,
        description = {"Tells what a command does and takes.", "Without a name it lists the commands."},
        footer = {
                "",
                "Examples:",
                "  What the set-up takes:",
                "    tidemark help setup",
                "  What one of the commands for option chains takes:",
                "    tidemark help chains snapshot"})
final class HelpCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Parameters(paramLabel = "COMMAND", arity = "0..*",
            description = "Name of a command, and of a command of that one.")
    private List<String> names = List.of();

    @Override
    public Integer call() {
        CommandLine command = spec.root().commandLine();
        for (String name : names) {
            CommandLine next = command.getSubcommands().get(name);
            if (next == null) {
                throw new ParameterException(spec.commandLine(), "'" + command.getCommandSpec().qualifiedName()
                        + "' has no command '" + name + "'; 'tidemark help' lists them");
            }
            command = next;
        }
        command.usage(spec.root().commandLine().getOut());
        return ExitCode.DONE;
    }
}
