package io.tidemark.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// The root of all commands.
@Command(name = "tidemark", mixinStandardHelpOptions = true, versionProvider = Version.class,
        description = {
                "Prepares and trains the market-regime and probability-of-touch models of an option bot.",
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
                ManCommand.class, AutoComplete.GenerateCompletion.class, HelpCommand.class},
        footer = {"",
                "Exit codes: 0 done, 1 failed (with one sentence), 2 wrong usage, 130 stopped by Ctrl-C.",
                "Tidemark only reads market data. It cannot send orders."})
public final class Tidemark implements Callable<Integer> {
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
        line.setUsageHelpWidth(110);
        return line;
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
        line.getErr().println("There is no display to open a window on: setting up in the terminal instead.");
        return folder == null ? line.execute("setup") : line.execute("setup", "-w", folder.toString());
    }
}
