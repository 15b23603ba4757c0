package io.tidemark.cli;

import io.tidemark.model.ModelKind;
import io.tidemark.pipeline.Promotion;
import io.tidemark.pipeline.PromotionPolicy;
import io.tidemark.pipeline.PromotionRules;
import io.tidemark.pipeline.PromotionVerdict;
import io.tidemark.pipeline.RunContext;
import io.tidemark.pipeline.Stage;
import io.tidemark.pipeline.StageFailure;
import io.tidemark.storage.Json;
import io.tidemark.wiring.Application;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Puts the model of a kept run in use.
@Command(name = "promote", mixinStandardHelpOptions = true,
        description = {
                "Puts the model of a kept run in use if it is not worse.",
                "It is compared with the model in use on days that neither has learned from."},
        exitCodeList = {
                "0:The model of that run is in use.",
                "1:It is not; the reasons are told and nothing was changed."},
        footer = {
                "",
                "Examples:",
                "  Run 7, if it is not worse than the one in use:",
                "    tidemark promote regime 7",
                "  Run 3, whatever speaks against it:",
                "    tidemark promote pot 3 --force"})
final class PromoteCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();

    @Parameters(index = "0", paramLabel = "regime|pot", converter = ModelName.class, description = "Which model.")
    private ModelKind model = ModelKind.REGIME_CLASSIFIER;

    @Parameters(index = "1", paramLabel = "N", description = "Number of the run, as 'tidemark runs' lists it.")
    private int number;

    @Option(names = "--force", description = "Put it in use whatever speaks against it; the reasons are still told.")
    private boolean force;

    PromoteCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return new JobRunner(terminal, workspace, "promote").run(this::promote,
                new JobRunner.Shown<>(ReportJson::promotion, verdict -> terminal.out().println(verdict.sentence())));
    }

    private PromotionVerdict promote(Application held, RunContext context) throws IOException, StageFailure {
        var promotion = new Promotion(held.workspace(), held.clock(), PromotionRules.of(held.workspace()));
        PromotionVerdict verdict = promotion.choose(promotion.run(model, number),
                force ? PromotionPolicy.ALWAYS : PromotionPolicy.IF_NOT_WORSE, context.progress(Stage.PROMOTE));
        if (verdict.promoted()) {
            return verdict;
        }
        if (workspace.json()) {
            terminal.out().print(Json.text(ReportJson.promotion(verdict)));
        }
        throw new StageFailure(Stage.PROMOTE, verdict.sentence() + " Add --force to put it in use all the same.");
    }
}
