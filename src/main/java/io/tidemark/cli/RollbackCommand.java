package io.tidemark.cli;

import io.tidemark.model.ModelKind;
import io.tidemark.pipeline.Promotion;
import io.tidemark.pipeline.PromotionRules;
import io.tidemark.storage.Json;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Puts the model in use again that was so before.
@Command(name = "rollback", mixinStandardHelpOptions = true,
        description = {
                "Puts the model in use again that was so before.",
                "It is the same file again, byte by byte."},
        exitCodeList = {
                "0:The model before is in use again.",
                "1:There is none before it; nothing was changed."},
        footer = {
                "",
                "Example:",
                "  After an update that you do not trust:",
                "    tidemark rollback pot"})
final class RollbackCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();

    @Parameters(paramLabel = "regime|pot", converter = ModelName.class, description = "Which model.")
    private ModelKind model = ModelKind.REGIME_CLASSIFIER;

    RollbackCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return new JobRunner(terminal, workspace, "rollback").run(
                (held, context) -> new Promotion(held.workspace(), held.clock(),
                        PromotionRules.of(held.workspace())).rollBack(model),
                new JobRunner.Shown<>(Json::tree, back -> terminal.out().println(back.sentence())));
    }
}
