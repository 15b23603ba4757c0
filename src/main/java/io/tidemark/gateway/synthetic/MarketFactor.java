package io.tidemark.gateway.synthetic;

/// The market as a whole, which is also SPY: seasons, stochastic volatility with leverage, fat tails, overnight shocks.
///
/// The log of the daily volatility is a sum of three parts: a level that follows the [Season], a slow and a fast
/// component. The components move by signed shocks, up when the market falls (EGARCH, Nelson 1991, with two time
/// scales), so that volatility clusters and the leverage effect appears. One call of [#advance()] is one session.
/// Not thread-safe.
final class MarketFactor implements Walk {
    /// Sessions a year, for annualising.
    static final double YEAR = 252;
    /// Where SPY comes from and is held to.
    static final PriceTrend TREND = PriceTrend.of(145, 0.065, 0.5);
    /// Largest overnight shock in units of the day's volatility; the smallest is 1.
    static final double MOST_JUMP = 3;

    /// Mean of the squared overnight shock: `1 + 2 E[min(X,2)] + E[min(X,2)^2]`, X exponential.
    private static final double SQUARED_JUMP = 3.917_32;
    /// Sessions ahead at which the coming month is looked at.
    private static final int[] MONTH = {1, 6, 11, 16};
    private static final double UNKNOWN = -1;

    private final RandomStream random;
    private final double[] moves = new double[SessionPath.STEPS];
    private final double[] shocks = new double[SessionPath.STEPS];
    private final ShockMemory slow;
    private final ShockMemory fast;
    private Season season;
    private int sessionsLeft;
    private int sessionsLived;
    private int session;
    private double level;
    private double logPrice = TREND.logStart();
    private double scale = 1;
    private double logVolatility;
    private double volatility;
    private double shock;
    private double monthVariance = UNKNOWN;

    MarketFactor(RandomStream random) {
        this.random = random;
        this.slow = new ShockMemory(0.98, 0.012, 0.020);
        this.fast = new ShockMemory(0.90, 0.040, 0.075);
        var seasons = Season.values();
        this.season = seasons[random.between(0, seasons.length - 1)];
        this.sessionsLeft = random.between(1, season.longest());
        this.level = season.logVolatility();
    }

    private MarketFactor(MarketFactor from, RandomStream random) {
        this.random = random;
        this.slow = from.slow.branch();
        this.fast = from.fast.branch();
        this.season = from.season;
        this.sessionsLived = from.sessionsLived;
        this.sessionsLeft = random.between(Math.max(season.shortest(), sessionsLived), season.longest())
                - sessionsLived;
        this.session = from.session;
        this.level = from.level;
        this.logPrice = from.logPrice;
    }

    /// The same market, to go its own way from here by other chances; when its season ends is open again.
    MarketFactor branch(RandomStream other) {
        return new MarketFactor(this, other);
    }

    /// Lives through one session.
    void advance() {
        if (--sessionsLeft < 0) {
            season = season.next();
            sessionsLeft = random.between(season.shortest(), season.longest()) - 1;
            sessionsLived = 0;
        }
        sessionsLived++;
        session++;
        level = nextLevel();
        logVolatility = level + slow.value() + fast.value();
        volatility = StrictMath.exp(logVolatility);
        draw();
        double drift = (season.drift() + TREND.drift(logPrice, session)) / YEAR;
        shock = 0;
        for (int k = 0; k < SessionPath.STEPS; k++) {
            moves[k] = drift * SessionPath.share(k) + volatility * shocks[k];
            logPrice += moves[k];
            shock += shocks[k];
        }
        slow.learn(shock);
        fast.learn(shock);
        monthVariance = UNKNOWN;
    }

    private double expectMonth() {
        double sum = 0;
        for (int later : MONTH) {
            sum += StrictMath.exp(2 * (level + slow.value(later) + fast.value(later)));
        }
        return sum / MONTH.length;
    }

    private double nextLevel() {
        return level + season.onset() * (season.logVolatility() - level);
    }

    private void draw() {
        scale = random.varianceScale();
        double root = Math.sqrt(scale);
        for (int k = 0; k < SessionPath.STEPS; k++) {
            shocks[k] = root * SessionPath.root(k) * random.normal();
        }
        boolean jump = random.uniform() < season.jumps() / YEAR;
        double size = Math.min(MOST_JUMP, 1 + random.exponential());
        if (jump) {
            shocks[0] -= size;
        }
    }

    /// Number of the session lived through last, 1 for the first.
    int session() {
        return session;
    }

    @Override
    public double[] moves() {
        return moves;
    }

    /// The steps' shocks in units of the session's expected volatility.
    double[] shocks() {
        return shocks;
    }

    /// Size of the session's shock in units of its expected volatility.
    double size() {
        return Math.abs(shock);
    }

    @Override
    public double logPrice() {
        return logPrice;
    }

    @Override
    public double variance() {
        return volatility * volatility * scale;
    }

    /// Log of the volatility expected for the session, over its ordinary value.
    double excess() {
        return logVolatility - Season.UNEASY.logVolatility();
    }

    /// [#excess()] of the next session, as known at the close, the season unchanged.
    double nextExcess() {
        return nextLevel() + slow.value() + fast.value() - Season.UNEASY.logVolatility();
    }

    /// Variance of the next session's log return as known at the close, overnight shocks included.
    double nextVariance() {
        double next = StrictMath.exp(nextLevel() + slow.value() + fast.value());
        return next * next * (RandomStream.MEAN_SCALE + season.jumps() / YEAR * SQUARED_JUMP);
    }

    /// Mean daily variance expected over the coming month (21 sessions) at the present level.
    double monthVariance() {
        if (monthVariance == UNKNOWN) {
            monthVariance = expectMonth();
        }
        return monthVariance;
    }
}
