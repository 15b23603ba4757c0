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
        description = {
                "Checks every stored file and loads both models.",
                "Each file is checked by its fingerprint or else by reading it: bars, implied",
                "volatility, their revisions and the archive, option chains, training sets,",
                "every kept run, the log of promotions, settings and reports. The models' last",
                "answers are shown. Changes nothing."},
        exitCodeList = {
                "0:Every file is whole and both models load.",
                "1:Something is damaged or missing; each is named with what can mend it."},
        footer = {
                "",
                "Examples:",
                "  Before a bot loads the models:",
                "    tidemark verify",
                "  In a script, each check as JSON:",
                "    tidemark verify -w ~/tidemark --json"})
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
