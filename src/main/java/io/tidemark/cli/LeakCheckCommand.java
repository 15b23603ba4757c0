package io.tidemark.cli;

import io.tidemark.model.ModelKind;
import io.tidemark.pipeline.LeakCheck;
import io.tidemark.pipeline.LeakFinding;
import io.tidemark.pipeline.LeakReport;
import io.tidemark.pipeline.Stage;
import io.tidemark.pipeline.StageFailure;
import io.tidemark.storage.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Looks for what the newest models could not have known.
@Command(name = "leak-check", mixinStandardHelpOptions = true,
        description = {
                "Looks for leaks in the newest run of each model.",
                "In its rows, its split, its features and its figures."},
        exitCodeList = {
                "0:No leak was found.",
                "1:A finding speaks of a leak, or there is no run to look at."},
        footer = {
                "",
                "Examples:",
                "  Both models:",
                "    tidemark leak-check",
                "  The regime classifier, for a script:",
                "    tidemark leak-check regime --json"})
final class LeakCheckCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();

    @Parameters(paramLabel = "regime|pot|all", defaultValue = "all", arity = "0..1",
            description = "Which model (default: ${DEFAULT-VALUE}).")
    private TrainCommand.Which which = TrainCommand.Which.ALL;

    LeakCheckCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return new JobRunner(terminal, workspace, "leak-check").run((application, context) -> {
            var check = new LeakCheck(application.workspace(), application.clock());
            var reports = new ArrayList<LeakReport>();
            for (ModelKind model : which.models()) {
                reports.add(check.newest(model, context));
            }
            return passed(reports);
        }, new JobRunner.Shown<>(ReportJson::leaks, new ReportText(terminal.out())::leaks));
    }

    private List<LeakReport> passed(List<LeakReport> reports) throws StageFailure {
        if (reports.stream().allMatch(LeakReport::passed)) {
            return reports;
        }
        if (workspace.json()) {
            terminal.out().print(Json.text(ReportJson.leaks(reports)));
        } else {
            new ReportText(terminal.out()).leaks(reports);
        }
        throw new StageFailure(Stage.LEAK_CHECK,
                reports.stream().flatMap(report -> report.findings().stream()).filter(finding -> !finding.passed())
                        .map(LeakFinding::sentence).collect(Collectors.joining(" ")));
    }
}
