package io.tidemark.cli;

import io.tidemark.pipeline.ChainCollection;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// What has been collected.
@Command(name = "status", mixinStandardHelpOptions = true,
        description = "Tells which snapshots are stored, and when the next are due.",
        footer = {
                "",
                "Example:",
                "  Of the workspace in the current folder:",
                "    tidemark chains status"})
final class ChainsStatusCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();

    ChainsStatusCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return new JobRunner(terminal, workspace, "chains status").run(
                (application, context) -> new ChainCollection(application.workspace(), application.clock())
                        .standings(),
                new JobRunner.Shown<>(ReportJson::chainStandings, new ReportText(terminal.out())::chainStandings));
    }
}
