package io.tidemark.gateway.synthetic;

/// The volatility index: the variance that the market expects for 30 days, a premium on top, a little life of its own.
///
/// Within a session it mirrors the market's path and meets its own value at the close. Not thread-safe.
final class VixProcess {
    /// Ratio of the index to the model's own expectation: the price of insurance.
    static final double PREMIUM = 1.18;
    /// Volatility that is insured even when nothing moves, annualised fraction; keeps the index above 8 or so.
    static final double LEAST = 0.045;
    /// Decay a session of the index's own noise.
    static final double NOISE_DECAY = 0.90;
    /// Daily standard deviation of the noise in the index's log.
    static final double NOISE = 0.025;
    /// Change of the index's log within a session for a market shock of one deviation.
    private static final double MIRROR = -0.08;
    /// Daily standard deviation of the index's log around the mirrored path.
    private static final double WOBBLE = 0.045;

    private final RandomStream random;
    private final SessionPath path = new SessionPath();
    private final double[] moves = new double[SessionPath.STEPS];
    private double noise;
    private double logIndex;

    VixProcess(RandomStream random, MarketFactor market) {
        this.random = random;
        this.logIndex = expected(market);
    }

    private double expected(MarketFactor market) {
        double variance = MarketFactor.YEAR * market.monthVariance() + LEAST * LEAST;
        return StrictMath.log(100 * PREMIUM * Math.sqrt(variance)) + noise;
    }

    /// Lives through the session that the market has just lived through.
    void advance(MarketFactor market) {
        noise = NOISE_DECAY * noise + NOISE * random.normal();
        double after = expected(market);
        double explained = 0;
        for (int k = 0; k < SessionPath.STEPS; k++) {
            moves[k] = MIRROR * market.shocks()[k] + WOBBLE * SessionPath.root(k) * random.normal();
            explained += moves[k];
        }
        // A Brownian bridge to the closing value: what the mirror leaves open is spread over the session.
        double rest = after - logIndex - explained;
        for (int k = 0; k < SessionPath.STEPS; k++) {
            moves[k] += rest * SessionPath.share(k);
        }
        path.walk(logIndex, moves, WOBBLE * WOBBLE, random);
        logIndex = after;
    }

    /// The session's path of the index's log.
    SessionPath path() {
        return path;
    }

    /// The index at the close.
    double index() {
        return StrictMath.exp(logIndex);
    }
}
