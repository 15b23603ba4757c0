package io.tidemark.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Real option chains.
@Command(name = "chains", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND",
        description = {
                "Collects real option chains for the touch model.",
                "It learns from them once they have expired."},
        subcommands = {ChainsSnapshotCommand.class, ChainsScheduleCommand.class, ChainsStatusCommand.class},
        footer = {
                "",
                "Examples:",
                "  Plan twenty weekly snapshots:",
                "    tidemark chains schedule SPY --snapshots 20 --every 7d",
                "  Take those that are due, from cron every hour:",
                "    tidemark chains snapshot --due --gateway 127.0.0.1:7497",
                "  See how far it is:",
                "    tidemark chains status"})
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
