package io.tidemark.cli;

import io.tidemark.pipeline.PipelineSettings;
import io.tidemark.pipeline.PreparePot;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Bars to labelled options.
@Command(name = "prepare-pot", mixinStandardHelpOptions = true,
        description = {
                "Samples and labels historical options.",
                "Writes pot_training_data.npz into data/historical, and beside it",
                "pot_samples.csv with each option and its outcome."},
        footer = {
                "",
                "Examples:",
                "  4,000 options a symbol:",
                "    tidemark prepare-pot",
                "  More options, of two symbols, drawn with another seed:",
                "    tidemark prepare-pot --symbols SPY,AMD --samples 8000 --seed 7"})
final class PreparePotCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();
    @Mixin
    private final SettingsOptions.Symbols symbols = new SettingsOptions.Symbols();
    @Mixin
    private final SettingsOptions.Samples samples = new SettingsOptions.Samples();
    @Mixin
    private final SettingsOptions.RealShare realShare = new SettingsOptions.RealShare();
    @Mixin
    private final SettingsOptions.Seed seed = new SettingsOptions.Seed();

    PreparePotCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        PipelineSettings asked = SettingsOptions.with(spec,
                List.of(symbols::over, samples::over, seed::over, realShare::over));
        return new JobRunner(terminal, workspace, "prepare-pot").run(
                (application, context) -> new PreparePot(application.workspace()).run(asked, context),
                new JobRunner.Shown<>(ReportJson::options, new ReportText(terminal.out())::options));
    }
}
