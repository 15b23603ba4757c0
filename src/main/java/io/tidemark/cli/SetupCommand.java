package io.tidemark.cli;

import io.tidemark.pipeline.FeedChoice;
import io.tidemark.pipeline.PipelineSettings;
import io.tidemark.pipeline.Setup;
import io.tidemark.pipeline.WorkspaceLabelling;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Everything from bars to trained models.
@Command(name = "setup", mixinStandardHelpOptions = true,
        description = "Downloads bars, prepares both sets, trains both models.",
        exitCodeList = {
                "0:Both models are trained and in use.",
                "1:A stage failed; what the stages before it stored is kept.",
                "130:Stopped by Ctrl-C; run the same command again to go on."},
        footer = {
                "",
                "What an earlier set-up finished is kept; a stopped one goes on where it was.",
                "",
                "Examples:",
                "  The built-in demo market, in the current folder:",
                "    tidemark setup",
                "  From TWS in paper mode, into a folder of its own:",
                "    tidemark setup -w real --gateway 127.0.0.1:7497",
                "  From SPY.csv, VIX.csv and others in ~/bars:",
                "    tidemark setup -w files --csv ~/bars"})
final class SetupCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();
    @Mixin
    private final FeedOptions feed = new FeedOptions();
    @Mixin
    private final SettingsOptions.ImpliedVolatility volatility = new SettingsOptions.ImpliedVolatility();
    @Mixin
    private final SettingsOptions.Symbols symbols = new SettingsOptions.Symbols();
    @Mixin
    private final SettingsOptions.Years years = new SettingsOptions.Years();
    @Mixin
    private final SettingsOptions.Samples samples = new SettingsOptions.Samples();
    @Mixin
    private final SettingsOptions.Horizon horizon = new SettingsOptions.Horizon();
    @Mixin
    private final SettingsOptions.RealShare realShare = new SettingsOptions.RealShare();
    @Mixin
    private final SettingsOptions.Seed seed = new SettingsOptions.Seed();

    @Option(names = "--fresh", description = "Fetch even the bars that are stored and up to date.")
    private boolean fresh;

    SetupCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        PipelineSettings asked = SettingsOptions.with(spec,
                List.of(symbols::over, years::over, samples::over, horizon::over, seed::over, realShare::over));
        FeedChoice from = feed.choice();
        return new JobRunner(terminal, workspace, "setup").run((application, context) -> {
            volatility.keepIn(application.workspace());
            try (var bars = application.feed(from)) {
                return new Setup(application.workspace(), bars, application.clock()).run(asked,
                        WorkspaceLabelling.of(application.workspace()).labelling(asked.horizon()), fresh, context);
            }
        }, new JobRunner.Shown<>(ReportJson::setup, new ReportText(terminal.out())::setup));
    }
}
