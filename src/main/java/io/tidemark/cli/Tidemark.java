package io.tidemark.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/// The root of all commands.
@Command(name = "tidemark", mixinStandardHelpOptions = true, versionProvider = Version.class,
        description = {
                "Prepares and trains the models of an option bot.",
                "One names the regime of the market, one tells how likely a strike is touched.",
                "Without a command it opens the window."},
        synopsisSubcommandLabel = "[COMMAND]", subcommands = {
                SetupCommand.class, DownloadCommand.class, PrepareRegimeCommand.class, PreparePotCommand.class,
                TrainCommand.class, LeakCheckCommand.class, DriftCommand.class, PromoteCommand.class,
                RollbackCommand.class,
                VerifyCommand.class, RepairCommand.class, RunsCommand.class, PredictCommand.class,
                ScheduleCommand.class,
                ChainsCommand.class,
                UpdateCommand.class,
                DemoGatewayCommand.class,
                SelfTestCommand.class,
                ManCommand.class, CompletionCommand.class, HelpCommand.class},
        exitCodeList = {
                "0:Done.",
                "1:Failed; one sentence on the error stream says why.",
                "2:The arguments make no sense.",
                "130:Stopped by Ctrl-C; what was finished is kept."},
        footer = {
                "",
                "Examples:",
                "  Open the window:",
                "    tidemark",
                "  Bars, training sets and both models on the built-in demo market:",
                "    tidemark setup -w demo",
                "  All about one command:",
                "    tidemark help update",
                "",
                "Tidemark only reads market data. It cannot send orders."})
public final class Tidemark implements Callable<Integer> {
    // what every terminal has
    private static final int HELP_WIDTH = 80;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Option(names = {"-w", "--workspace"}, paramLabel = "DIR",
            description = "Folder to open in the window (default: the last one).")
    private @Nullable Path folder;

    private final Window window;

    private Tidemark(Window window) {
        this.window = window;
    }

    /// Opens the window, wherever it comes from.
    @FunctionalInterface
    public interface Window {
        /// Returns when the window is closed.
        ///
        /// @param workspace the folder to open; the last one when empty
        /// @param closeAtOnce whether to close it as soon as it takes input, to see that it opens
        /// @return false when there is no display to open a window on
        boolean open(Optional<Path> workspace, boolean closeAtOnce);
    }

    /// Runs one command, or opens the window when none is given.
    ///
    /// @param arguments as typed after the program's name
    /// @return the exit code for the shell
    public static int run(String[] arguments, Window window) {
        return commandLine(Terminal.ofProcess(), window).execute(arguments);
    }

    static CommandLine commandLine(Terminal terminal, Window window) {
        var line = new CommandLine(new Tidemark(window), new Factory(terminal, window));
        line.setOut(writer(terminal.out()));
        line.setErr(writer(terminal.err()));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpWidth(HELP_WIDTH);
        line.setParameterExceptionHandler(Tidemark::explain);
        headExitCodes(line);
        return line;
    }

    /// What is wrong, how the command is written, and where the rest stands: its whole help would push the sentence off
    /// the screen.
    private static int explain(ParameterException wrong, String[] arguments) {
        CommandLine line = wrong.getCommandLine();
        String name = line.getCommandSpec().qualifiedName();
        PrintWriter err = line.getErr();
        err.println(name + ": " + wrong.getMessage());
        if (!UnmatchedArgumentException.printSuggestions(wrong, err)) {
            err.print("Usage: " + line.getHelp().synopsis("Usage: ".length()));
        }
        err.println("Options and examples: " + name.replaceFirst(" |$", " help ").strip());
        return line.getCommandSpec().exitCodeOnInvalidInput();
    }

    private static void headExitCodes(CommandLine line) {
        if (!line.getCommandSpec().usageMessage().exitCodeList().isEmpty()) {
            line.getCommandSpec().usageMessage().exitCodeListHeading("%nExit codes:%n");
        }
        line.getSubcommands().values().forEach(Tidemark::headExitCodes);
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, stream.charset());
    }

    @Override
    public Integer call() {
        if (window.open(Optional.ofNullable(folder), false)) {
            return ExitCode.DONE;
        }
        CommandLine line = spec.commandLine();
        line.getErr().println("There is no display to open a window on, or no GTK 3 to draw it with: setting up in the "
                + "terminal instead.");
        return folder == null ? line.execute("setup") : line.execute("setup", "-w", folder.toString());
    }
}
