package io.tidemark.ui.chart;

import io.tidemark.ui.screen.Notices;

/// Notices that nobody reads.
enum Silence implements Notices {
    /// The only ones.
    NOTICES;

    @Override
    public void done(String sentence) {
        // nobody reads it
    }

    @Override
    public void done(String sentence, Offer offer) {
        // nobody reads it
    }

    @Override
    public void problem(Problem problem) {
        throw new AssertionError(problem.what());
    }

    @Override
    public void solved(Problem problem) {
        // nobody reads it
    }
}
