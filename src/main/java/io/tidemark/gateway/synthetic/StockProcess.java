package io.tidemark.gateway.synthetic;

/// One synthetic stock: its shares of the market and of the semiconductor factor, a factor of its own, and earnings.
///
/// Not thread-safe.
final class StockProcess implements Walk {
    private final StockProfile profile;
    private final RandomStream random;
    private final Factor own;
    private final SessionPath path = new SessionPath();
    private final double[] moves = new double[SessionPath.STEPS];
    private final double ownDrift;
    private double logPrice;
    private double variance;

    StockProcess(StockProfile profile, RandomStream random) {
        this(profile, random, new Factor(random, profile.ownVolatility()));
    }

    private StockProcess(StockProfile profile, RandomStream random, Factor own) {
        this.profile = profile;
        this.random = random;
        this.own = own;
        this.logPrice = profile.trend().logStart();
        this.ownDrift = profile.trend().growth() - profile.beta() * MarketFactor.TREND.growth();
    }

    /// The same stock, to go its own way from here by other chances.
    StockProcess branch(RandomStream other) {
        var branch = new StockProcess(profile, other, own.branch(other));
        branch.logPrice = logPrice;
        return branch;
    }

    /// Lives through the session that the market and the factor have just lived through.
    ///
    /// @param session number of the session
    /// @param earnings whether earnings were told overnight
    void advance(int session, boolean earnings, MarketFactor market, Factor chips) {
        double start = logPrice;
        move(session, earnings, market, chips);
        path.walk(start, moves, variance, random);
    }

    /// The same without the session's extremes.
    void move(int session, boolean earnings, MarketFactor market, Factor chips) {
        own.advance(market.excess());
        double drift = (ownDrift + profile.trend().drift(logPrice, session)) / MarketFactor.YEAR;
        for (int k = 0; k < SessionPath.STEPS; k++) {
            moves[k] = drift * SessionPath.share(k) + profile.beta() * market.moves()[k]
                    + profile.chips() * chips.moves()[k] + own.moves()[k];
        }
        double step = profile.earnings().step() * random.normal();
        if (earnings) {
            moves[0] += step;
        }
        variance = mix(market.variance(), chips.variance(), own.variance());
        for (double each : moves) {
            logPrice += each;
        }
    }

    private double mix(double market, double chips, double rest) {
        return profile.beta() * profile.beta() * market + profile.chips() * profile.chips() * chips + rest;
    }

    @Override
    public double[] moves() {
        return moves;
    }

    @Override
    public double variance() {
        return variance;
    }

    @Override
    public double logPrice() {
        return logPrice;
    }

    /// The session's path of the log price.
    SessionPath path() {
        return path;
    }

    /// The larger of the session's shocks, own or the market's, in units of its expected volatility.
    double size(MarketFactor market) {
        return Math.max(own.size(), market.size());
    }

    /// Variance of the next session's log return as known at the close, earnings left out.
    double nextVariance(MarketFactor market, Factor chips) {
        double excess = market.nextExcess();
        return mix(market.nextVariance(), chips.nextVariance(excess), own.nextVariance(excess));
    }

    /// Mean daily variance expected over the coming month (21 sessions), earnings left out.
    double monthVariance(MarketFactor market, Factor chips) {
        double month = market.monthVariance();
        double excess = StrictMath.log(month) / 2 - Season.UNEASY.logVolatility();
        return mix(month, chips.nextVariance(excess), own.nextVariance(excess));
    }
}
