package io.tidemark.cli;

import io.tidemark.pipeline.PipelineSettings;
import io.tidemark.pipeline.PrepareRegime;
import io.tidemark.pipeline.WorkspaceLabelling;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Bars to labelled days.
@Command(name = "prepare-regime", mixinStandardHelpOptions = true,
        description = {
                "Labels every day with its market regime.",
                "Writes regime_training_data.npz into data/historical."},
        footer = {
                "",
                "Examples:",
                "  Label each day with its own regime:",
                "    tidemark prepare-regime",
                "  Label each day with the regime five sessions later:",
                "    tidemark prepare-regime --horizon 5"})
final class PrepareRegimeCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();
    @Mixin
    private final SettingsOptions.Horizon horizon = new SettingsOptions.Horizon();

    PrepareRegimeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        PipelineSettings asked = SettingsOptions.with(spec, List.of(horizon::over));
        return new JobRunner(terminal, workspace, "prepare-regime").run(
                (application, context) -> new PrepareRegime(application.workspace())
                        .run(WorkspaceLabelling.of(application.workspace()).labelling(asked.horizon()), context),
                new JobRunner.Shown<>(ReportJson::regimes, new ReportText(terminal.out())::regimes));
    }
}
