package io.tidemark.training;

/// How many boosters grow at once.
final class Threads {
    /// More gain little: the shortest path through a training is two boosters long.
    private static final int MOST = 4;

    private Threads() {
    }

    /// As many as there are processors, at most four.
    static int usual() {
        return Math.min(MOST, Runtime.getRuntime().availableProcessors());
    }
}
