package io.tidemark.gateway.synthetic;

/// Daily volume around its ordinary value: it has a memory, and rises with the size of the move. Not thread-safe.
final class VolumeProcess {
    private static final double DECAY = 0.75;
    private static final double NOISE = 0.16;
    private static final double SIZE = 0.20;
    private static final double EXCESS = 0.45;
    private static final double EARNINGS = 0.7;

    private final RandomStream random;
    private final double logShares;
    private double noise;

    /// @param shares ordinary daily volume
    VolumeProcess(RandomStream random, int shares) {
        this.random = random;
        this.logShares = StrictMath.log(shares);
    }

    /// Volume of one session, whole shares.
    ///
    /// @param size size of the session's shock in units of its expected volatility
    /// @param excess the market's excess log volatility
    /// @param earnings whether earnings were told overnight
    long session(double size, double excess, boolean earnings) {
        noise = DECAY * noise + NOISE * random.normal();
        double move = SIZE * (size - ShockMemory.MEAN_SIZE) + EXCESS * excess + (earnings ? EARNINGS : 0);
        return (long) StrictMath.exp(logShares + noise + move);
    }
}
