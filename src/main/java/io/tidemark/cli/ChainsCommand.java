package io.tidemark.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Real option chains.
@Command(name = "chains", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND",
        description = "Collects real option chains over weeks; once expired, they teach the touch model.",
        subcommands = {ChainsSnapshotCommand.class, ChainsScheduleCommand.class, ChainsStatusCommand.class},
        footer = {"", "Examples:", "  tidemark chains schedule SPY --snapshots 20 --every 7d",
                "  tidemark chains snapshot --due --gateway 127.0.0.1:7497    for cron, every hour",
                "  tidemark chains snapshot SPY --any-time                    on the demo market",
                "  tidemark chains status"})
final class ChainsCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "chains: say what to do, one of "
                + String.join(", ", spec.subcommands().keySet()));
    }
}
