package io.tidemark.cli;

import io.tidemark.pipeline.Repair;
import io.tidemark.pipeline.RepairReport;
import io.tidemark.pipeline.Stage;
import io.tidemark.pipeline.StageFailure;
import io.tidemark.storage.Json;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Mends what is damaged.
@Command(name = "repair", mixinStandardHelpOptions = true,
        description = {
                "Checks every stored file and mends what is damaged.",
                "Training sets are made again from the bars, models in use come from their runs",
                "and runs from them, bars from the archive, settings from the bars; of lists,",
                "what can be read stays. Nothing is deleted: damaged files are kept in",
                "data/damaged. What only a download or a backup can bring back is named, and",
                "left as it lies."},
        exitCodeList = {
                "0:Everything is whole.",
                "1:Something stays broken; each is named with what to do."},
        footer = {
                "",
                "Examples:",
                "  Mend what 'tidemark verify' found:",
                "    tidemark repair",
                "  The same in a script, what was mended as JSON:",
                "    tidemark repair --json"})
final class RepairCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();

    RepairCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return new JobRunner(terminal, workspace, "repair").run(
                (held, context) -> good(new Repair(held.workspace(), held.clock()).run(context)),
                new JobRunner.Shown<>(ReportJson::repair, this::print));
    }

    private RepairReport good(RepairReport report) throws StageFailure {
        if (report.good()) {
            return report;
        }
        if (workspace.json()) {
            terminal.out().print(Json.text(ReportJson.repair(report)));
        } else {
            printMended(report);
        }
        throw new StageFailure(Stage.REPAIR, report.sentence());
    }

    private void print(RepairReport report) {
        printMended(report);
        terminal.out().println(report.sentence());
    }

    private void printMended(RepairReport report) {
        terminal.out().println();
        report.mended().forEach(each -> terminal.out().println("  " + each));
        report.damaged().ifPresent(folder -> terminal.out().println("  The damaged files are kept in " + folder));
    }
}
