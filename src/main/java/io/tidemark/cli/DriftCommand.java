package io.tidemark.cli;

import io.tidemark.pipeline.DriftCheck;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Tells whether the newest sessions are still like those that the models learned from.
@Command(name = "drift", mixinStandardHelpOptions = true,
        description = {
                "Tells whether new sessions are like those learned from.",
                "The stability of each feature over the newest sessions, and whether the models",
                "keep up on them."},
        exitCodeList = {
                "0:Compared; warnings are printed, they are no failure.",
                "1:There is nothing to compare."},
        footer = {
                "",
                "Examples:",
                "  After an update, to see whether the market has changed:",
                "    tidemark drift",
                "  For a script that looks at the warnings:",
                "    tidemark drift --json"})
final class DriftCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();

    DriftCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return new JobRunner(terminal, workspace, "drift").run(
                (held, context) -> new DriftCheck(held.workspace(), held.clock()).run(context),
                new JobRunner.Shown<>(ReportJson::drift, new DriftText(terminal.out())::print));
    }
}
