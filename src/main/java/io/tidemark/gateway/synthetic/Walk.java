package io.tidemark.gateway.synthetic;

/// A log price that has just lived through a session.
interface Walk {

    /// Change of the log price in each step of the session: overnight, then the legs.
    double[] moves();

    /// Variance of the session's diffusion, given the session's own scales.
    double variance();

    /// Log of the price at the close.
    double logPrice();
}
