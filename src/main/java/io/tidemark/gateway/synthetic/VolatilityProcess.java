package io.tidemark.gateway.synthetic;

/// The volatility of a factor or stock around its ordinary value: it clusters, and rises with the market's.
///
/// Not thread-safe.
final class VolatilityProcess {
    /// Share of the market's excess log volatility that is taken over.
    static final double COUPLING = 0.6;

    private final double ordinary;
    private final ShockMemory own;

    private VolatilityProcess(double ordinary, ShockMemory own) {
        this.ordinary = ordinary;
        this.own = own;
    }

    /// @param ordinary annualised fraction on an ordinary day
    static VolatilityProcess of(double ordinary) {
        return new VolatilityProcess(ordinary / Math.sqrt(MarketFactor.YEAR), new ShockMemory(0.95, 0.10, 0.02));
    }

    /// The same process, to go its own way from here.
    VolatilityProcess branch() {
        return new VolatilityProcess(ordinary, own.branch());
    }

    /// Volatility of one session.
    ///
    /// @param excess the market's excess log volatility for it
    double session(double excess) {
        return ordinary * StrictMath.exp(COUPLING * excess + own.value());
    }

    /// Takes in the session's shock, in units of its volatility.
    void learn(double shock) {
        own.learn(shock);
    }
}
