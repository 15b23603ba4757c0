package io.tidemark.cli;

import io.tidemark.pipeline.Download;
import io.tidemark.pipeline.FeedChoice;
import io.tidemark.pipeline.PipelineSettings;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Bars only.
@Command(name = "download", mixinStandardHelpOptions = true,
        description = "Downloads daily bars with their provenance.",
        exitCodeList = {
                "0:All symbols are stored and up to date.",
                "1:A symbol could not be had; the others are stored."},
        footer = {
                "",
                "Examples:",
                "  Two symbols for three years, from TWS in paper mode:",
                "    tidemark download --symbols SPY,VIX --years 3 --gateway 127.0.0.1:7497",
                "  From SPY.csv and VIX.csv in ~/bars:",
                "    tidemark download --symbols SPY,VIX --csv ~/bars"})
final class DownloadCommand implements Callable<Integer> {
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

    @Option(names = "--fresh", description = "Fetch even the bars that are stored and up to date.")
    private boolean fresh;

    DownloadCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        PipelineSettings asked = SettingsOptions.with(spec, List.of(symbols::over, years::over));
        FeedChoice from = feed.choice();
        return new JobRunner(terminal, workspace, "download").run((application, context) -> {
            volatility.keepIn(application.workspace());
            try (var bars = application.feed(from)) {
                var download = new Download(application.workspace(), bars, application.clock());
                return download.run(asked.symbols(), asked.years(), fresh, context).orFail();
            }
        }, new JobRunner.Shown<>(ReportJson::download, new ReportText(terminal.out())::download));
    }
}
