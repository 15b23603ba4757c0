package io.tidemark.training;

/// Told of every round that a booster grows, one call at a time, on the thread that grows it.
@FunctionalInterface
public interface RoundListener {

    /// A round was grown.
    ///
    /// @param phase which booster, such as `fold 2` or `final`
    /// @param round number from 1
    /// @param trainMetric log-loss on the rows learned from
    /// @param validationMetric log-loss on the later rows that decide when to stop; NaN where there are none
    void round(String phase, int round, double trainMetric, double validationMetric);

    /// A listener that does nothing.
    static RoundListener none() {
        return (phase, round, trainMetric, validationMetric) -> {};
    }
}
