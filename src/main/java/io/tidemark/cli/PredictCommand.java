package io.tidemark.cli;

import io.tidemark.market.Symbol;
import io.tidemark.pipeline.Predict;
import io.tidemark.pipeline.RegimeNow;
import io.tidemark.pipeline.StageFailure;
import io.tidemark.pipeline.TouchNow;
import io.tidemark.storage.Json;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Asks the models in use about the last stored session.
@Command(name = "predict", mixinStandardHelpOptions = true,
        description = {
                "Says what the models in use say of the last session.",
                "The regime, and with a symbol how likely strikes around its close are touched.",
                "Calls are listed above the close, puts below. A * marks options nearer to or",
                "farther from the close than those that the model has learned from."},
        footer = {
                "",
                "Examples:",
                "  The market's regime with its probabilities:",
                "    tidemark predict",
                "  A table of SPY's options for a spreadsheet:",
                "    tidemark predict SPY --strikes 5 --expirations 4 --format csv"})
final class PredictCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();

    @Parameters(paramLabel = "SYMBOL", arity = "0..1", description = "Whose options (default: the regime alone).")
    private @Nullable String symbol;

    @Option(names = "--strikes", paramLabel = "N", defaultValue = "5",
            description = "Strikes on each side of the close (default: ${DEFAULT-VALUE}).")
    private int strikes = 5;

    @Option(names = "--expirations", paramLabel = "N", defaultValue = "4",
            description = "Weekly expirations (default: ${DEFAULT-VALUE}).")
    private int expirations = 4;

    @Option(names = "--format", paramLabel = "text|csv|json", defaultValue = "text",
            description = "How to print (default: ${DEFAULT-VALUE}); csv with a symbol is its table alone.")
    private Format format = Format.TEXT;

    /// How the answers are printed.
    enum Format {
        /// For a person.
        TEXT,
        /// For a spreadsheet.
        CSV,
        /// For a program.
        JSON
    }

    /// What the models say.
    ///
    /// @param regime of the market
    /// @param touches of a symbol, if one was named
    record Answers(RegimeNow regime, Optional<TouchNow> touches) {}

    PredictCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Optional<Symbol> asked;
        Predict.TableSize size;
        try {
            asked = Optional.ofNullable(symbol).map(Symbol::of);
            size = new Predict.TableSize(strikes, expirations);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        return new JobRunner(terminal, workspace, "predict").run((application, context) -> {
            var predict = new Predict(application.workspace(), application.clock());
            return new Answers(predict.regime(), touches(predict, asked, size));
        }, new JobRunner.Shown<>(PredictReport::json, this::print));
    }

    private static Optional<TouchNow> touches(Predict predict, Optional<Symbol> asked, Predict.TableSize size)
            throws StageFailure {
        return asked.isPresent() ? Optional.of(predict.touches(asked.get(), size)) : Optional.empty();
    }

    private void print(Answers answers) {
        switch (format) {
            case TEXT -> PredictReport.text(answers).forEach(terminal.out()::println);
            case CSV -> terminal.out().print(PredictReport.csv(answers));
            case JSON -> terminal.out().print(Json.text(PredictReport.json(answers)));
        }
    }
}
