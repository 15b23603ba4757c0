package io.tidemark.pipeline;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import io.tidemark.dataset.FeatureMatrix;
import io.tidemark.model.BoosterException;
import io.tidemark.model.ModelKind;
import io.tidemark.model.ProbabilityOfTouch;
import io.tidemark.model.RegimeClassifier;
import io.tidemark.model.RunRecord;
import io.tidemark.model.TreeBooster;
import io.tidemark.training.CalibrationChance;
import io.tidemark.training.Contest;
import io.tidemark.training.MonotoneOrder;
import io.tidemark.training.PotEvaluation;
import io.tidemark.training.ProbabilityFigures;
import io.tidemark.training.RegimeEvaluation;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What each model is held to, with a sentence for each outcome.
///
/// @param rules the thresholds
record PromotionChecks(PromotionRules rules) {
    private static final int ROWS_READ_BACK = 50;
    /// Standard errors from one end of a 95 % interval to the other.
    private static final double ERRORS_ACROSS = 2 * 1.959963984540054;
    private static final long SEED = 42;

    /// What a regime classifier must show by itself.
    List<PromotionCheck> regime(RunRecord run, RegimeEvaluation evaluation, FeatureMatrix rows) {
        return List.of(fidelity(evaluation), readBack(run, rows));
    }

    /// What a probability of touch must show by itself.
    List<PromotionCheck> touch(RunRecord run, PotEvaluation evaluation, FeatureMatrix rows) throws IOException {
        return List.of(skill(evaluation), ceiling(evaluation), calibration(evaluation.honest().model()),
                order(run, rows), readBack(run, rows));
    }

    /// A forecast may be hard; a rule that is not repeated is a model that has learned nothing.
    private static PromotionCheck fidelity(RegimeEvaluation evaluation) {
        double majority = evaluation.honest().majorityAccuracy();
        double low = evaluation.accuracy().low();
        return check("skill", evaluation.horizon() > 0 || low > majority,
                "Accuracy %.3f (at least %.3f), the commonest regime alone gives %.3f.",
                evaluation.honest().accuracy(), low, majority);
    }

    private static PromotionCheck skill(PotEvaluation evaluation) {
        return check("skill", evaluation.r2().low() > 0, "R² %s (at least %.3f); a model that knows nothing has 0.",
                figure(evaluation.honest().model().r2()), evaluation.r2().low());
    }

    private PromotionCheck ceiling(PotEvaluation evaluation) {
        Double r2 = evaluation.honest().model().r2();
        double error = (evaluation.r2().high() - evaluation.r2().low()) / ERRORS_ACROSS;
        return check("ceiling", r2 != null && r2 <= evaluation.ceiling() + rules.ceilingErrors() * error,
                "R² %s, the ceiling that chance sets is %.3f with a standard error of %.3f.", figure(r2),
                evaluation.ceiling(), error);
    }

    private PromotionCheck calibration(ProbabilityFigures figures) {
        double chance = CalibrationChance.limit(figures.calibration(), SEED);
        double limit = Math.max(rules.mostEce(), chance);
        return check("calibration", figures.ece() <= limit, "Calibration error %.3f, at most %.3f is allowed%s.",
                figures.ece(), limit, chance > rules.mostEce() ? " because chance alone gives as much" : "");
    }

    private static PromotionCheck order(RunRecord run, FeatureMatrix rows) throws IOException {
        try (var booster = TreeBooster.load(Files.readAllBytes(run.ubj()), 1)) {
            int violations = MonotoneOrder.violations(booster, rows);
            return check("order", violations == 0,
                    "The probability goes the wrong way with distance, days or volatility at %d points of the grid.",
                    violations);
        }
    }

    /// Reads the model the way a bot does.
    private static PromotionCheck readBack(RunRecord run, FeatureMatrix rows) {
        int count = Math.min(ROWS_READ_BACK, rows.rows());
        FeatureMatrix last = rows.select(IntStream.range(rows.rows() - count, rows.rows()).toArray());
        try {
            boolean good = probabilities(run, last);
            return check("files", good, "The model was read back, and its answers for %d rows are %sprobabilities.",
                    count,
                    good ? "" : "no ");
        } catch (IOException | BoosterException | IllegalArgumentException e) {
            return new PromotionCheck("files", false, "The model cannot be read back: " + e.getMessage());
        }
    }

    private static boolean probabilities(RunRecord run, FeatureMatrix rows) throws IOException {
        float[] p = switch (run.model()) {
            case REGIME_CLASSIFIER -> RegimeClassifier.load(run.ubj()).probabilities(rows);
            case PROBABILITY_OF_TOUCH -> ProbabilityOfTouch.load(run.ubj()).probabilities(rows);
        };
        return p.length > 0 && IntStream.range(0, p.length).allMatch(i -> p[i] >= 0 && p[i] <= 1);
    }

    /// What it must show beside the champion.
    ///
    /// Of a probability of touch only a loss that matters counts, not one that is merely sure: twins that differ by
    /// nothing but their seed differ by up to one percent, in nearly every redraw. A regime classifier differs from the
    /// champion in one or two days of a year, so there a loss that matters has to be ruled out.
    ///
    /// @param champion number of the champion's run
    /// @param contest empty when too few days are new to both
    PromotionCheck contest(ModelKind model, int champion, Optional<Contest> contest) {
        if (contest.isEmpty()) {
            return new PromotionCheck("contest", false, "Too few days are new to this run and to run " + champion
                    + " alike to compare them.");
        }
        Contest held = contest.get();
        return switch (model) {
            case PROBABILITY_OF_TOUCH -> check("contest", held.loss() <= rules.mostLoss(),
                    "%s: %.1f %% %s (at most %.1f %% worse is allowed).", sides(champion, held),
                    100 * Math.abs(held.loss()), held.loss() > 0 ? "worse" : "better", 100 * rules.mostLoss());
            case REGIME_CLASSIFIER -> check("contest", held.lowGain() > rules.leastRegimeGain(),
                    "%s, at worst a gain of %.4f (above %.4f).", sides(champion, held), held.lowGain(),
                    rules.leastRegimeGain());
        };
    }

    private static String sides(int champion, Contest held) {
        return String.format(Locale.ROOT, "Brier %.4f on %,d rows from %s to %s that neither knew, run %d has %.4f",
                held.challenger(), held.rows(), held.from(), held.to(), champion, held.champion());
    }

    @FormatMethod
    private static PromotionCheck check(String name, boolean passed, @FormatString String form, Object... values) {
        return new PromotionCheck(name, passed, String.format(Locale.ROOT, form, values));
    }

    private static String figure(@Nullable Double value) {
        return value == null ? "undefined" : String.format(Locale.ROOT, "%.3f", value);
    }
}
