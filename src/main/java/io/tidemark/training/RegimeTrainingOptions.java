package io.tidemark.training;

import io.tidemark.dataset.ForwardSplit;

/// How the regime model is trained and judged.
///
/// @param booster shape and rounds
/// @param split the forward walk
/// @param horizon sessions that the label looks ahead, 0 to 60; must be the one that the labels were made with
/// @param seed of the draws
/// @param threads boosters grown at once, 1 to 64; the result does not depend on it
public record RegimeTrainingOptions(BoosterSettings booster, ForwardSplit split, int horizon, long seed, int threads) {
    /// Three test blocks over the last 40 %. What a rule says of a rare state can only be learned once it was seen: the
    /// ten years to 2024 had no rally out of high volatility before 2020, half-way through.
    private static final ForwardSplit SPLIT = new ForwardSplit(3, 5, 0.6, ForwardSplit.VALIDATED);

    /// Checks the ranges.
    public RegimeTrainingOptions {
        Range.check("horizon", horizon, 0, 60);
        Range.check("threads", threads, 1, 64);
    }

    /// The usual options for labels of the day itself.
    public static RegimeTrainingOptions of(long seed) {
        return new RegimeTrainingOptions(usualBooster(0), SPLIT, 0, seed, Threads.usual());
    }

    /// The booster that is usual for labels that look `sessions` ahead: a forecast is fitted more softly than a rule.
    public static BoosterSettings usualBooster(int sessions) {
        return sessions == 0 ? BoosterSettings.regime() : BoosterSettings.forecast();
    }

    /// The same for labels that look `sessions` ahead. A booster that is usual for the horizon so far gives way to the
    /// one usual for the new horizon; a chosen booster stays.
    public RegimeTrainingOptions withHorizon(int sessions) {
        boolean chosen = !booster.equals(usualBooster(horizon));
        return new RegimeTrainingOptions(chosen ? booster : usualBooster(sessions), split, sessions, seed, threads);
    }

    /// The same on another number of threads.
    public RegimeTrainingOptions withThreads(int count) {
        return new RegimeTrainingOptions(booster, split, horizon, seed, count);
    }

    /// The same with other boosters.
    public RegimeTrainingOptions withBooster(BoosterSettings settings) {
        return new RegimeTrainingOptions(settings, split, horizon, seed, threads);
    }
}
