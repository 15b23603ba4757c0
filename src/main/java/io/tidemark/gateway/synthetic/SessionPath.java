package io.tidemark.gateway.synthetic;

/// The way a log price takes through one session: an overnight step, then four legs from open to close.
///
/// Within a leg the path is a Brownian bridge, whose maximum is drawn from its exact law
/// `(a + b + sqrt((b - a)^2 - 2 v ln U)) / 2`, the minimum with a minus: highs and lows carry no step bias, so that
/// "was the strike touched" is answered as a continuous path would. Not thread-safe; reused session after session.
final class SessionPath {
    /// The overnight step and the legs.
    static final int STEPS = 5;

    private static final double OVERNIGHT = 0.30;
    /// Share of a session's variance in each step: overnight, then busy at the open and at the close.
    private static final double[] SHARES = {OVERNIGHT, 0.36 * (1 - OVERNIGHT), 0.19 * (1 - OVERNIGHT),
            0.17 * (1 - OVERNIGHT), 0.28 * (1 - OVERNIGHT)};
    private static final double[] ROOTS = new double[STEPS];

    static {
        for (int k = 0; k < STEPS; k++) {
            ROOTS[k] = Math.sqrt(SHARES[k]);
        }
    }

    private double open;
    private double high;
    private double low;
    private double close;

    /// Share of the session's variance that falls into step `k`.
    static double share(int k) {
        return SHARES[k];
    }

    /// Square root of [#share(int)].
    static double root(int k) {
        return ROOTS[k];
    }

    /// Walks from the previous close.
    ///
    /// @param start log of the previous close
    /// @param moves change of the log price in each step
    /// @param variance variance of the log price over the whole session, given the moves' own scale
    void walk(double start, double[] moves, double variance, RandomStream random) {
        open = start + moves[0];
        high = open;
        low = open;
        double from = open;
        for (int k = 1; k < STEPS; k++) {
            double to = from + moves[k];
            double square = (to - from) * (to - from);
            double twice = 2 * variance * SHARES[k];
            double above = Math.sqrt(square + twice * random.exponential());
            double below = Math.sqrt(square + twice * random.exponential());
            high = Math.max(high, (from + to + above) / 2);
            low = Math.min(low, (from + to - below) / 2);
            from = to;
        }
        close = from;
    }

    /// Log of the first price.
    double open() {
        return open;
    }

    /// Log of the highest price.
    double high() {
        return high;
    }

    /// Log of the lowest price.
    double low() {
        return low;
    }

    /// Log of the last price, not rounded.
    double close() {
        return close;
    }
}
