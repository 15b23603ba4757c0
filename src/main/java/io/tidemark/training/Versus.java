package io.tidemark.training;

/// A model and the closed form on the same rows.
///
/// @param model figures of the model
/// @param baseline figures of the closed form
public record Versus(ProbabilityFigures model, ProbabilityFigures baseline) {

    /// Judges both.
    static Versus of(int[] outcomes, double[] model, double[] baseline) {
        return new Versus(ProbabilityFigures.of(outcomes, model), ProbabilityFigures.of(outcomes, baseline));
    }
}
