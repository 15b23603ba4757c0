package io.tidemark.cli;

import io.tidemark.market.Symbol;
import io.tidemark.market.Universe;
import io.tidemark.pipeline.ChainCollection;
import io.tidemark.pipeline.ChainReport;
import io.tidemark.pipeline.ChainSnapshots;
import io.tidemark.pipeline.FeedChoice;
import io.tidemark.pipeline.RunContext;
import io.tidemark.pipeline.StageFailure;
import io.tidemark.wiring.Application;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// One snapshot, now.
@Command(name = "snapshot", mixinStandardHelpOptions = true,
        description = {
                "Stores what the options of a symbol are quoted at now.",
                "The market has to be open."},
        exitCodeList = {
                "0:Stored, or none was due.",
                "1:Nothing usable came, or the market is closed; a next call goes on."},
        footer = {
                "",
                "Examples:",
                "  Take those that are due, from cron every hour:",
                "    tidemark chains snapshot --due --gateway 127.0.0.1:7497",
                "  One on the demo market, at any time:",
                "    tidemark chains snapshot SPY --any-time"})
final class ChainsSnapshotCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();
    @Mixin
    private final FeedOptions feed = new FeedOptions();

    @Parameters(arity = "0..*", paramLabel = "SYMBOL", description = "Underlyings, such as SPY.")
    private List<String> symbols = List.of();

    @Option(names = "--due", description = "Take those that the plan wants today; do nothing when there are none.")
    private boolean due;

    @Option(names = "--any-time", description = "Take one while the market is closed; on the demo market only.")
    private boolean anyTime;

    ChainsSnapshotCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        feed.check();
        List<Symbol> asked = asked();
        return new JobRunner(terminal, workspace, "chains snapshot").run(
                (application, context) -> take(application, context, feed.choice(application.workspace().source()),
                        asked),
                new JobRunner.Shown<>(ReportJson::chains, new ReportText(terminal.out())::chains));
    }

    private List<Symbol> asked() {
        if (due == !symbols.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "name the symbols, such as SPY, or give --due");
        }
        try {
            List<Symbol> asked = symbols.stream().map(Symbol::of).distinct().toList();
            if (!asked.stream().allMatch(Universe::hasOptions)) {
                throw new ParameterException(spec.commandLine(), Universe.VIX + " has no options here");
            }
            return asked;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private ChainReport take(Application application, RunContext context, FeedChoice from, List<Symbol> asked)
            throws StageFailure, IOException {
        List<Symbol> wanted = asked;
        if (due) {
            var collection = new ChainCollection(application.workspace(), application.clock());
            Optional<String> nothing = collection.nothingToDo(anyTime);
            if (nothing.isPresent()) {
                return new ChainReport(List.of(), List.of(nothing.get()));
            }
            wanted = collection.due();
        }
        try (var gateway = application.options(from)) {
            return new ChainSnapshots(application.workspace(), gateway).run(wanted, anyTime, context);
        }
    }
}
