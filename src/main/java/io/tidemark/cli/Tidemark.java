package io.tidemark.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The root of all commands.
@Command(name = "tidemark", mixinStandardHelpOptions = true, versionProvider = Version.class,
        description = "Prepares and trains the market-regime and probability-of-touch models of an option bot.",
        synopsisSubcommandLabel = "COMMAND", subcommands = {
                SetupCommand.class, DownloadCommand.class, PrepareRegimeCommand.class, PreparePotCommand.class,
                TrainCommand.class, VerifyCommand.class, RunsCommand.class, DemoGatewayCommand.class,
                HelpCommand.class},
        footer = {"",
                "Exit codes: 0 done, 1 failed (with one sentence), 2 wrong usage, 130 stopped by Ctrl-C.",
                "Tidemark only reads market data. It cannot send orders."})
public final class Tidemark implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    /// Runs one command.
    ///
    /// @param arguments as typed after the program's name
    /// @return the exit code for the shell
    public static int run(String[] arguments) {
        return commandLine(Terminal.ofProcess()).execute(arguments);
    }

    static CommandLine commandLine(Terminal terminal) {
        var line = new CommandLine(new Tidemark(), new Factory(terminal));
        line.setOut(writer(terminal.out()));
        line.setErr(writer(terminal.err()));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpWidth(110);
        return line;
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, stream.charset());
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command? Begin with 'setup'.");
    }
}
