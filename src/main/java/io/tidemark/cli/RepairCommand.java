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
        description = "Checks every stored file and mends what is damaged: training sets from the bars, models in use "
                + "from their runs and runs from them, bars from the archive, settings from the bars; of lists, what "
                + "can be read stays. Deletes nothing: damaged files are kept in data/damaged.",
        footer = {"", "What only a download or a backup can bring back is named, and left as it lies.", "",
                "Examples:", "  tidemark verify           tells what is damaged and changes nothing",
                "  tidemark repair           mends it; ends with 1 when something stays broken",
                "  tidemark repair --json    tells what was mended as JSON"})
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
