package io.tidemark.pipeline;

import java.util.List;

/// What a verification found.
///
/// @param checks one a file or model, in the order of the route
/// @param regimes probabilities of the last days, newest last
/// @param touches probabilities of the last options, newest last
public record VerifyReport(List<Check> checks, List<RegimePrediction> regimes, List<TouchPrediction> touches) {

    /// Keeps copies.
    public VerifyReport {
        checks = List.copyOf(checks);
        regimes = List.copyOf(regimes);
        touches = List.copyOf(touches);
    }

    /// One thing that was checked.
    ///
    /// @param what file or model
    /// @param good whether it is as it should be
    /// @param detail what was found; when not good, what to do
    public record Check(String what, boolean good, String detail) {}

    /// What the regime classifier says of a day.
    ///
    /// @param date yyyymmdd
    /// @param label the label in the training set
    /// @param predicted the likeliest regime
    /// @param probability its probability
    public record RegimePrediction(int date, String label, String predicted, double probability) {}

    /// What the touch model says of an option.
    ///
    /// @param option symbol, right, strike, start and expiration
    /// @param touched what happened
    /// @param probability the model's
    /// @param baseline the closed form's
    public record TouchPrediction(String option, boolean touched, double probability, double baseline) {}

    /// Whether all is as it should be.
    public boolean good() {
        return checks.stream().allMatch(Check::good);
    }
}
