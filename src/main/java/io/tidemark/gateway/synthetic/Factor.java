package io.tidemark.gateway.synthetic;

/// A driver of returns besides the market: the semiconductor factor, or what is a stock's own.
///
/// Not thread-safe.
final class Factor {
    private final RandomStream random;
    private final VolatilityProcess volatility;
    private final double[] moves = new double[SessionPath.STEPS];
    private double variance;
    private double size;

    Factor(RandomStream random, double ordinaryVolatility) {
        this(random, VolatilityProcess.of(ordinaryVolatility));
    }

    private Factor(RandomStream random, VolatilityProcess volatility) {
        this.random = random;
        this.volatility = volatility;
    }

    /// The same factor, to go its own way from here by other chances.
    Factor branch(RandomStream other) {
        return new Factor(other, volatility.branch());
    }

    /// Lives through one session.
    ///
    /// @param excess the market's excess log volatility for the session
    void advance(double excess) {
        double expected = volatility.session(excess);
        double scale = random.varianceScale();
        double root = Math.sqrt(scale);
        double shock = 0;
        for (int k = 0; k < SessionPath.STEPS; k++) {
            double step = root * SessionPath.root(k) * random.normal();
            moves[k] = expected * step;
            shock += step;
        }
        volatility.learn(shock);
        size = Math.abs(shock);
        variance = expected * expected * scale;
    }

    /// Change of the log in each step of the session.
    double[] moves() {
        return moves;
    }

    /// Variance of the session, given its own scale.
    double variance() {
        return variance;
    }

    /// Size of the session's shock in units of its expected volatility.
    double size() {
        return size;
    }

    /// Variance of the next session as known at the close.
    ///
    /// @param excess the market's excess log volatility for it
    double nextVariance(double excess) {
        double expected = volatility.session(excess);
        return expected * expected * RandomStream.MEAN_SCALE;
    }
}
