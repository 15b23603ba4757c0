package io.tidemark.gateway.synthetic;

/// The market's season: calm, uneasy, crisis, recovery, and round again, each for a bounded number of sessions.
///
/// The bounds are what makes every window of ten years see every regime: the longest round takes 1,480 sessions.
enum Season {
    /// Low volatility, rising prices.
    CALM(0.108, 0.04, 0.13, 1.5, 250, 750),
    /// Volatility near its long-run mean.
    UNEASY(0.172, 0.04, 0.06, 1.5, 100, 350),
    /// High volatility, falling prices.
    CRISIS(0.315, 0.15, -0.45, 5, 45, 130),
    /// Uneasy, but rising.
    RECOVERY(0.172, 0.04, 0.12, 1.5, 60, 250);

    private final double volatility;
    private final double logVolatility;
    private final double onset;
    private final double drift;
    private final double jumps;
    private final int shortest;
    private final int longest;

    Season(double volatility, double onset, double drift, double jumps, int shortest, int longest) {
        this.volatility = volatility;
        this.logVolatility = StrictMath.log(volatility / Math.sqrt(MarketFactor.YEAR));
        this.onset = onset;
        this.drift = drift;
        this.jumps = jumps;
        this.shortest = shortest;
        this.longest = longest;
    }

    /// Volatility of SPY that the season pulls to, annualised fraction.
    double volatility() {
        return volatility;
    }

    /// Natural logarithm of [#volatility()] for one session.
    double logVolatility() {
        return logVolatility;
    }

    /// Share of the way to [#volatility()] that the level goes in a session.
    double onset() {
        return onset;
    }

    /// Growth of SPY's log price a year.
    double drift() {
        return drift;
    }

    /// Mean number of overnight shocks a year.
    double jumps() {
        return jumps;
    }

    /// Fewest sessions.
    int shortest() {
        return shortest;
    }

    /// Most sessions.
    int longest() {
        return longest;
    }

    /// The season after this one.
    Season next() {
        return switch (this) {
            case CALM -> UNEASY;
            case UNEASY -> CRISIS;
            case CRISIS -> RECOVERY;
            case RECOVERY -> CALM;
        };
    }
}
