package io.tidemark.cli;

import io.tidemark.market.Symbol;
import io.tidemark.pipeline.FeedChoice;
import io.tidemark.pipeline.MonthlyUpdate;
import io.tidemark.pipeline.RecordedUpdate;
import io.tidemark.pipeline.UpdateWish;
import io.tidemark.schedule.Machine;
import io.tidemark.workspace.Workspace;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// From last month to today.
@Command(name = "update", mixinStandardHelpOptions = true,
        description = {
                "Appends new bars and trains both models again.",
                "Both training sets are prolonged, and the new models put in use if they are",
                "not worse. Does nothing when nothing is new."},
        exitCodeList = {
                "0:Up to date; also when nothing was new.",
                "1:A stage failed; all old rows and the models in use are kept."},
        footer = {
                "",
                "Without --gateway or --csv the bars come from where they came from before.",
                "Each update leaves a report in data/reports, a failed one too.",
                "",
                "Examples:",
                "  Once a month, from where the bars came from before:",
                "    tidemark update -w ~/tidemark",
                "  From TWS in paper mode, without changing the models in use:",
                "    tidemark update --gateway 127.0.0.1:7497 --promote never",
                "  A jump that looks like a split and is none:",
                "    tidemark update --true-jump NVDA"})
final class UpdateCommand implements Callable<Integer> {
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
    private final PromotionOptions promotion = new PromotionOptions();

    @Option(names = "--growth", paramLabel = "X", defaultValue = "1",
            description = "Options that enter for a new month, times as many as the first set has a month "
                    + "(default: ${DEFAULT-VALUE}).")
    private double growth = 1;

    @Option(names = "--true-jump", split = ",", paramLabel = "SYMBOLS", hideParamSyntax = true,
            description = "Store a price jump of these symbols although it looks like a split.")
    private List<String> trueJumps = List.of();

    @Option(names = "--scheduled",
            description = "As a scheduler starts it: only when its day has come, and a failure is shown.")
    private boolean scheduled;

    UpdateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        promotion.check(spec);
        UpdateWish wish = wish();
        feed.check();
        if (!scheduled) {
            return update(wish);
        }
        return new ScheduledRun(terminal, Workspace.at(workspace.folder()), Machine.here(),
                Clock.system(ZoneId.systemDefault())).around(() -> update(wish));
    }

    private int update(UpdateWish wish) {
        return new JobRunner(terminal, workspace, "update").run((application, context) -> {
            volatility.keepIn(application.workspace());
            FeedChoice from = feed.choice(application.workspace().source());
            return new RecordedUpdate(application.workspace(), application.clock()).run(() -> {
                try (var bars = application.feed(from)) {
                    return new MonthlyUpdate(application.workspace(), bars, application.clock()).run(wish, context);
                }
            }, context);
        }, new JobRunner.Shown<>(ReportJson::update, new ReportText(terminal.out())::update));
    }

    private UpdateWish wish() {
        try {
            Set<Symbol> jumps = trueJumps.stream().map(String::strip).map(Symbol::of)
                    .collect(Collectors.toUnmodifiableSet());
            return new UpdateWish(growth, jumps, promotion.policy(), promotion.rules());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
