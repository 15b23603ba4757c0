package io.tidemark.cli;

import io.tidemark.pipeline.RunHistory;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Lists the training runs kept.
@Command(name = "runs", mixinStandardHelpOptions = true,
        description = "Lists the runs kept, and which of them a bot loads.",
        footer = {
                "",
                "Examples:",
                "  To find the number that promote takes:",
                "    tidemark runs",
                "  Every figure of every run, for a program:",
                "    tidemark runs --json"})
final class RunsCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();

    RunsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return new JobRunner(terminal, workspace, "runs").run(
                (application, context) -> new RunHistory(application.workspace(), application.clock()).entries(),
                new JobRunner.Shown<>(ReportJson::runs, new ReportText(terminal.out())::runs));
    }
}
