package io.tidemark.cli;

import io.tidemark.wiring.DemoServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Runs the demo gateway by itself.
@Command(name = "demo-gateway", mixinStandardHelpOptions = true,
        description = {
                "Serves a synthetic market by the TWS protocol.",
                "It listens on 127.0.0.1 until Ctrl-C. With --csv it serves your files instead."},
        exitCodeList = {
                "1:The port is taken or the files cannot be read.",
                "130:Ended by Ctrl-C."},
        footer = {
                "",
                "Examples:",
                "  Where TWS in paper mode would listen:",
                "    tidemark demo-gateway --port 7497",
                "  Your own files, up to a day:",
                "    tidemark demo-gateway --csv ~/bars --today 2024-12-31",
                "  Leave SPY without an answer once, delay TSLA by 3 s:",
                "    tidemark demo-gateway --fault no-answer@SPYx1 --fault delay:3@TSLA"})
final class DemoGatewayCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Option(names = "--port", paramLabel = "N", defaultValue = "7497",
            description = "TCP port on 127.0.0.1, 0 for any free one (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(names = "--csv", paramLabel = "DIR",
            description = "Serve SYMBOL.csv files (columns date, open, high, low, close, volume) instead of the "
                    + "synthetic market.")
    private @Nullable Path csv;

    @Option(names = "--today", paramLabel = "DATE",
            description = "The day that the market has reached, as 2024-12-31 (default: today in New York).")
    private @Nullable LocalDate today;

    @Option(names = "--seed", paramLabel = "N", description = "Which synthetic market.")
    private @Nullable Long seed;

    @Option(names = "--fault", paramLabel = "FAULT",
            description = "Something to do wrong: name[:argument][@SYMBOL][xTIMES]. May be given several times.")
    private List<String> faults = new ArrayList<>();

    @Option(names = "--list-faults", description = "Show every fault that can be played, and end.")
    private boolean listFaults;

    DemoGatewayCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (listFaults) {
            DemoServer.faults().forEach((name, what) -> terminal.out().printf("%s%n    %s%n", name, what));
            return ExitCode.DONE;
        }
        var wish = new DemoServer.Wish(port, Optional.ofNullable(seed), Optional.ofNullable(csv),
                Optional.ofNullable(today), faults);
        try (var server = DemoServer.start(wish, Clock.systemUTC()); var interruption = Interruption.watching()) {
            terminal.out().println("Demo gateway on 127.0.0.1:" + server.port() + ", "
                    + (csv == null ? "a synthetic market (DEMO DATA)" : "replaying " + csv) + ". Ctrl-C ends it.");
            terminal.out().flush();
            server.awaitClose();
            return interruption.cancelled() ? ExitCode.CANCELLED : ExitCode.DONE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.CANCELLED;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            terminal.err().println("Failed: " + e.getMessage());
            return ExitCode.FAILED;
        }
    }
}
