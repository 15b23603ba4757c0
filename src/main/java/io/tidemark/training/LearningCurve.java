package io.tidemark.training;

/// Log-loss round by round of one booster; index 0 is round 1.
///
/// @param phase which booster, such as `fold 2` or `final`
/// @param best round with the least validation loss, or the number of rounds where nothing validated
/// @param train on the rows learned from
/// @param validation on the later rows that decide when to stop; empty where there are none
public record LearningCurve(String phase, int best, double[] train, double[] validation) {}
