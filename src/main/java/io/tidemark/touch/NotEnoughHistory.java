package io.tidemark.touch;

/// Thrown when a symbol's bars cannot carry the options asked for. The message is one for people.
public final class NotEnoughHistory extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private NotEnoughHistory(String message) {
        super(message);
    }

    static NotEnoughHistory noStart(Underlying underlying, PotSampling sampling) {
        return new NotEnoughHistory(name(underlying) + " no option can start in its " + underlying.bars().size()
                + " sessions: it takes " + Underlying.WARM_UP
                + " sessions before the start, an implied volatility up to "
                + "500 % on that day (SPY's is VIX) and " + sampling.minDays()
                + " days after it. Download more history.");
    }

    static NotEnoughHistory tooDense(Underlying underlying, PotSampling sampling) {
        return new NotEnoughHistory(name(underlying) + " its " + underlying.bars().size() + " sessions cannot carry "
                + sampling.samplesPerSymbol() + " different options. Ask for fewer, or download more history.");
    }

    private static String name(Underlying underlying) {
        return underlying.bars().symbol() + ":";
    }
}
