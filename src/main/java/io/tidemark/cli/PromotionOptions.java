package io.tidemark.cli;

import io.tidemark.pipeline.PromotionPolicy;
import io.tidemark.pipeline.PromotionRules;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/// The options that say when a model takes the champion's place.
///
/// A threshold that is not given is that of the workspace, `data/promotion_rules.json`, or else the usual one.
final class PromotionOptions {
    @Option(names = "--promote", paramLabel = "always|if-not-worse|never", defaultValue = "if-not-worse",
            converter = Policy.class,
            description = "When the new model is put in use: always, if its checks pass and it is not worse than the "
                    + "model in use, or never (default: ${DEFAULT-VALUE}).")
    private PromotionPolicy policy = PromotionPolicy.IF_NOT_WORSE;

    @Option(names = "--most-loss", paramLabel = "SHARE",
            description = "How much worse than the model in use a probability of touch may be, as a share of its Brier "
                    + "score (usually 0.02).")
    private @Nullable Double mostLoss;

    @Option(names = "--least-regime-gain", paramLabel = "X",
            description = "Least gain in Brier score of the regime classifier, in 95 of 100 redrawn histories "
                    + "(usually -0.02).")
    private @Nullable Double leastRegimeGain;

    @Option(names = "--most-ece", paramLabel = "X",
            description = "Largest calibration error of the probability of touch (usually 0.06).")
    private @Nullable Double mostEce;

    @Option(names = "--ceiling-errors", paramLabel = "N",
            description = "Standard errors that the probability of touch may lie above the ceiling (usually 2).")
    private @Nullable Double ceilingErrors;

    /// The names of the policies as typed.
    static final class Policy implements ITypeConverter<PromotionPolicy> {
        @Override
        public PromotionPolicy convert(String typed) {
            return Stream.of(PromotionPolicy.values()).filter(policy -> policy.id().equalsIgnoreCase(typed)).findFirst()
                    .orElseThrow(() -> new TypeConversionException("'" + typed + "' is none of "
                            + Arrays.stream(PromotionPolicy.values()).map(PromotionPolicy::id).toList()));
        }
    }

    /// When a model is put in use.
    PromotionPolicy policy() {
        return policy;
    }

    /// Refuses thresholds out of range.
    ///
    /// @throws ParameterException when one is
    void check(CommandSpec command) {
        try {
            var _ = rules().apply(PromotionRules.defaults());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), e.getMessage(), e);
        }
    }

    /// Puts the thresholds that were given over others.
    UnaryOperator<PromotionRules> rules() {
        return rules -> new PromotionRules(or(mostLoss, rules.mostLoss()),
                or(leastRegimeGain, rules.leastRegimeGain()), or(mostEce, rules.mostEce()),
                or(ceilingErrors, rules.ceilingErrors()));
    }

    private static double or(@Nullable Double given, double otherwise) {
        return given == null ? otherwise : given;
    }
}
