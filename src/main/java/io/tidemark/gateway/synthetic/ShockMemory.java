package io.tidemark.gateway.synthetic;

/// One component of a log volatility: it rises with the size of shocks, more after falls, and decays to zero.
///
/// Not thread-safe.
final class ShockMemory {
    /// Mean size of a shock, roughly, so that the component stays centred.
    static final double MEAN_SIZE = 0.75;
    private static final double MOST_NEWS = 4;

    private final double decay;
    private final double size;
    private final double leverage;
    private double value;

    /// @param decay share of the component that is left after a session
    /// @param size reaction to the size of a shock
    /// @param leverage reaction to a fall
    ShockMemory(double decay, double size, double leverage) {
        this.decay = decay;
        this.size = size;
        this.leverage = leverage;
    }

    /// The same component, to go its own way from here.
    ShockMemory branch() {
        var branch = new ShockMemory(decay, size, leverage);
        branch.value = value;
        return branch;
    }

    /// Takes in a session's shock, in units of its expected volatility.
    void learn(double shock) {
        // Beyond a few deviations a shock adds less and less: without this the volatility could run away.
        double news = shock / Math.sqrt(1 + shock * shock / (MOST_NEWS * MOST_NEWS));
        value = decay * value + size * (Math.abs(news) - MEAN_SIZE) - leverage * news;
    }

    /// What the component adds to the log volatility of the next session.
    double value() {
        return value;
    }

    /// What is expected to be left of it for a session later than the next.
    ///
    /// @param later sessions after the next, at least 0
    double value(int later) {
        double left = value;
        for (int i = 0; i < later; i++) {
            left *= decay;
        }
        return left;
    }
}
