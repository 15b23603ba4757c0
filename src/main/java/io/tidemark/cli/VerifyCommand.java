package io.tidemark.cli;

import io.tidemark.pipeline.Stage;
import io.tidemark.pipeline.StageFailure;
import io.tidemark.pipeline.Verify;
import io.tidemark.pipeline.VerifyReport;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Checks everything stored.
@Command(name = "verify", mixinStandardHelpOptions = true,
        description = "Checks every stored file, by its fingerprint or else by reading it, loads both models, shows "
                + "their last answers. Changes nothing.",
        footer = {"", "Bars, implied volatility, their revisions and the archive, option chains, training sets, every",
                "kept run, the log of promotions, settings and reports. Ends with 1 when something is damaged,",
                "and says what 'tidemark repair' can do and what only a backup or a download can."})
final class VerifyCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();

    VerifyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return new JobRunner(terminal, workspace, "verify").run(
                (application, context) -> good(new Verify(application.workspace(), application.clock()).run(context)),
                new JobRunner.Shown<>(ReportJson::verify, new ReportText(terminal.out())::verify));
    }

    private VerifyReport good(VerifyReport report) throws StageFailure {
        if (report.good()) {
            return report;
        }
        if (!workspace.json()) {
            new ReportText(terminal.out()).verify(report);
        }
        throw new StageFailure(Stage.VERIFY, report.checks().stream().filter(check -> !check.good())
                .map(check -> check.what() + ": " + check.detail()).collect(Collectors.joining(" ")));
    }
}
