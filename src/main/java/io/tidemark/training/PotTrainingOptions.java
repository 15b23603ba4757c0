package io.tidemark.training;

import io.tidemark.dataset.ForwardSplit;

/// How the probability-of-touch model is trained and judged.
///
/// @param booster shape and rounds
/// @param split the forward walk
/// @param seed of the draws
/// @param threads boosters grown at once, 1 to 64; the result does not depend on it
public record PotTrainingOptions(BoosterSettings booster, ForwardSplit split, long seed, int threads) {
    private static final ForwardSplit SPLIT = new ForwardSplit(4, 5, ForwardSplit.LEARNED_FIRST,
            ForwardSplit.VALIDATED);

    /// Checks the ranges.
    public PotTrainingOptions {
        Range.check("threads", threads, 1, 64);
    }

    /// The usual options.
    public static PotTrainingOptions of(long seed) {
        return new PotTrainingOptions(BoosterSettings.touch(), SPLIT, seed, Threads.usual());
    }

    /// The same on another number of threads.
    public PotTrainingOptions withThreads(int count) {
        return new PotTrainingOptions(booster, split, seed, count);
    }

    /// The same with other boosters.
    public PotTrainingOptions withBooster(BoosterSettings settings) {
        return new PotTrainingOptions(settings, split, seed, threads);
    }

    /// The same with another walk.
    public PotTrainingOptions withSplit(ForwardSplit walk) {
        return new PotTrainingOptions(booster, walk, seed, threads);
    }
}
