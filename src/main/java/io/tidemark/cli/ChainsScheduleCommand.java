package io.tidemark.cli;

import io.tidemark.market.Symbol;
import io.tidemark.pipeline.ChainCollection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// When snapshots are to be taken.
@Command(name = "schedule", mixinStandardHelpOptions = true,
        description = {
                "Plans snapshots of a symbol's options.",
                "'tidemark chains snapshot --due', run by cron, takes them."},
        footer = {
                "",
                "Examples:",
                "  Twenty, one a week:",
                "    tidemark chains schedule SPY --snapshots 20 --every 7d",
                "  No more of them:",
                "    tidemark chains schedule SPY --stop"})
final class ChainsScheduleCommand implements Callable<Integer> {
    private static final Pattern SPAN = Pattern.compile("(\\d{1,4})([dw])");
    private static final int DAYS_OF_A_WEEK = 7;

    private final Terminal terminal;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();

    @Parameters(paramLabel = "SYMBOL", description = "The underlying, such as SPY.")
    private String symbol = "";

    @Option(names = "--snapshots", paramLabel = "N", defaultValue = "20",
            description = "How many to take from now on (default: ${DEFAULT-VALUE}).")
    private int snapshots;

    @Option(names = "--every", paramLabel = "SPAN", defaultValue = "7d",
            description = "Days or weeks from one to the next, such as 7d or 2w (default: ${DEFAULT-VALUE}).")
    private String every = "7d";

    @Option(names = "--stop", description = "End the plan; what was taken stays.")
    private boolean stop;

    ChainsScheduleCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        int days = days();
        return new JobRunner(terminal, workspace, "chains schedule").run((application, context) -> {
            var collection = new ChainCollection(application.workspace(), application.clock());
            return List.of(stop
                    ? collection.end(Symbol.of(symbol))
                    : collection.plan(Symbol.of(symbol), snapshots, days));
        }, new JobRunner.Shown<>(ReportJson::chainStandings, new ReportText(terminal.out())::chainStandings));
    }

    private int days() {
        Matcher span = SPAN.matcher(every);
        if (!span.matches()) {
            throw new ParameterException(spec.commandLine(),
                    "--every takes days or weeks such as 7d or 2w, not '" + every + "'");
        }
        return Integer.parseInt(span.group(1)) * (span.group(2).equals("w") ? DAYS_OF_A_WEEK : 1);
    }
}
