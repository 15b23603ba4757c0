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
        description = "Downloads ten years of daily bars, prepares both training sets, trains and saves both models.",
        footer = {
                "", "Examples:", "  tidemark setup                                        on the built-in demo market",
                "  tidemark setup -w real --gateway 127.0.0.1:7497       from TWS (paper)",
                "  tidemark setup -w files --csv ~/bars                  from SYMBOL.csv files"})
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
            try (var bars = application.feed(from)) {
                return new Setup(application.workspace(), bars, application.clock()).run(asked,
                        WorkspaceLabelling.of(application.workspace()).labelling(asked.horizon()), fresh, context);
            }
        }, new JobRunner.Shown<>(ReportJson::setup, new ReportText(terminal.out())::setup));
    }
}
