package io.tidemark.pipeline;

import io.tidemark.regime.Regime;
import io.tidemark.regime.RegimeFlip;
import io.tidemark.regime.RegimeInputs;
import io.tidemark.regime.RegimeMark;
import io.tidemark.regime.RuleHit;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Everything there is to know about the label of one day.
///
/// @param date New York session date
/// @param inputs the numbers that the rules look at, NaN where missing
/// @param label the day's regime, by the override or the rules; null when it has none
/// @param hit the rule that fired; null when a number is missing
/// @param steps every rule in order with the numbers put in, and whether it fits
/// @param flips how far the day is from other regimes, the nearest first
/// @param features what the model sees, in its order
/// @param probabilities of each regime by id, as the model says; empty without a model or without all features
/// @param marks what a person said about the day, the oldest first
public record DayCard(LocalDate date, RegimeInputs inputs, @Nullable Regime label, @Nullable RuleHit hit,
        List<Step> steps, List<RegimeFlip> flips, List<Feature> features, List<Double> probabilities,
        List<RegimeMark> marks) {

    /// Keeps copies.
    public DayCard {
        steps = List.copyOf(steps);
        flips = List.copyOf(flips);
        features = List.copyOf(features);
        probabilities = List.copyOf(probabilities);
        marks = List.copyOf(marks);
    }

    /// One rule, asked.
    ///
    /// @param regime what it would say
    /// @param text its conditions with the day's numbers
    /// @param fits whether all of them hold
    /// @param fired whether it was the first to fit
    public record Step(Regime regime, String text, boolean fits, boolean fired) {}

    /// One number that the model sees.
    ///
    /// @param name as in the training set
    /// @param value NaN where missing
    public record Feature(String name, double value) {}

    /// The override that decides the label, the latest one.
    public Optional<RegimeMark> override() {
        return marks.reversed().stream().filter(RegimeMark::isOverride).findFirst();
    }

    /// The regime that the model finds likeliest.
    public Optional<Regime> modelSays() {
        int best = -1;
        for (int i = 0; i < probabilities.size(); i++) {
            best = best < 0 || probabilities.get(i) > probabilities.get(best) ? i : best;
        }
        return best < 0 ? Optional.empty() : Optional.of(Regime.of(best));
    }

    /// Whether model and label differ.
    public boolean isDisputed() {
        return label != null && modelSays().filter(regime -> regime != label).isPresent();
    }
}
