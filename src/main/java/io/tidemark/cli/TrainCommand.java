package io.tidemark.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidemark.model.ModelKind;
import io.tidemark.pipeline.PipelineSettings;
import io.tidemark.pipeline.RunContext;
import io.tidemark.pipeline.StageFailure;
import io.tidemark.pipeline.StageTime;
import io.tidemark.pipeline.Train;
import io.tidemark.pipeline.TrainedRun;
import io.tidemark.training.PotEvaluation;
import io.tidemark.training.PotTrainingOptions;
import io.tidemark.training.RegimeEvaluation;
import io.tidemark.training.RegimeTrainingOptions;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Trains from the prepared sets.
@Command(name = "train", mixinStandardHelpOptions = true,
        description = {
                "Trains models and keeps each run.",
                "A new model is put in use if it is not worse than the one before."},
        exitCodeList = {
                "0:Trained and kept as a run; whether it is in use is told.",
                "1:Nothing was trained; the models in use are as before."},
        footer = {
                "",
                "Examples:",
                "  Both models, in use if they are not worse:",
                "    tidemark train",
                "  A try of the touch model that stays a run:",
                "    tidemark train pot --promote never --seed 7"})
final class TrainCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();
    @Mixin
    private final SettingsOptions.Seed seed = new SettingsOptions.Seed();

    @Mixin
    private final PromotionOptions promotion = new PromotionOptions();

    @Parameters(paramLabel = "regime|pot|all", defaultValue = "all", arity = "0..1",
            description = "Which model (default: ${DEFAULT-VALUE}).")
    private Which which = Which.ALL;

    TrainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /// The choices.
    enum Which {
        /// The regime classifier.
        REGIME,
        /// The probability of touch.
        POT,
        /// Both.
        ALL;

        /// The models chosen.
        List<ModelKind> models() {
            return switch (this) {
                case REGIME -> List.of(ModelKind.REGIME_CLASSIFIER);
                case POT -> List.of(ModelKind.PROBABILITY_OF_TOUCH);
                case ALL -> List.of(ModelKind.values());
            };
        }
    }

    private record Trained(@Nullable TrainedRun<RegimeEvaluation> regime, @Nullable TrainedRun<PotEvaluation> pot,
            List<StageTime> stages) {
    }

    @Override
    public Integer call() {
        PipelineSettings asked = SettingsOptions.with(spec, List.of(seed::over));
        promotion.check(spec);
        return new JobRunner(terminal, workspace, "train").run(
                (held, context) -> train(new Train(held.workspace(), held.clock(), promotion.policy(),
                        promotion.rules()), asked, context),
                new JobRunner.Shown<>(TrainCommand::json, this::print));
    }

    private Trained train(Train train, PipelineSettings asked, RunContext context) throws StageFailure {
        var regime = which == Which.POT ? null : train.regime(RegimeTrainingOptions.of(asked.seed()), context);
        var pot = which == Which.REGIME ? null : train.pot(PotTrainingOptions.of(asked.seed()), context);
        return new Trained(regime, pot, context.times());
    }

    private static ObjectNode json(Trained trained) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (trained.regime() != null) {
            json.set("regime", ReportJson.regime(trained.regime()));
        }
        if (trained.pot() != null) {
            json.set("pot", ReportJson.pot(trained.pot()));
        }
        json.set("stages", ReportJson.stages(trained.stages()));
        return json;
    }

    private void print(Trained trained) {
        var text = new ReportText(terminal.out());
        if (trained.regime() != null) {
            text.regime(trained.regime());
        }
        if (trained.pot() != null) {
            text.pot(trained.pot());
        }
    }
}
