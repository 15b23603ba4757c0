package io.tidemark.gateway.synthetic;

import io.tidemark.market.Symbol;
import io.tidemark.market.TradingCalendar;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;

/// Knows the true chance that a strike is touched, which on real bars nobody knows.
///
/// The synthetic market is a Markov process: from its state at a close it is sent on many possible courses, and on each
/// the chance of a touch between the nodes of the path is added in closed form. The state is all that matters for the
/// future but for one thing, when the season ends, which is drawn anew. So this is the best that any model can know at
/// the close, and `Var(p) / (Var(p) + E[p (1 - p)])` over options is the highest R2 that any can reach.
///
/// Not thread-safe; quickest when asked in the order of start dates.
public final class TouchOracle {
    private final long seed;
    private final TradingCalendar calendar = TradingCalendar.nyse();
    private MarketEngine engine;
    private LocalDate grownTo = SyntheticMarket.ORIGIN.minusDays(1);

    private TouchOracle(long seed) {
        this.seed = seed;
        this.engine = new MarketEngine(seed, calendar);
    }

    /// The oracle of a seed's market.
    public static TouchOracle of(long seed) {
        return new TouchOracle(seed);
    }

    /// The chance that the price reaches `strike` after the close of `start`, up to and including `expiration`.
    ///
    /// A strike above the price has to be reached from below, one below it from above.
    ///
    /// @param symbol any but VIX
    /// @param start a session
    /// @param strike in USD
    /// @param expiration the last date that counts; on a closed day the session before it
    /// @param courses how many courses to take; the standard error is at most `0.5 / sqrt(courses)`
    /// @throws IllegalArgumentException when the symbol has no price here
    public double probability(Symbol symbol, LocalDate start, double strike, LocalDate expiration, int courses) {
        growTo(start);
        var sessions = calendar.sessions(start.plusDays(1), expiration);
        var earnings = engine.earnings(symbol, sessions);
        var random = new RandomStream(seed, symbol + " " + start + " " + expiration);
        double barrier = StrictMath.log(strike);
        double sum = 0;
        for (int i = 0; i < courses; i++) {
            sum += touched(engine.course(symbol, random), barrier, sessions, earnings);
        }
        return sum / courses;
    }

    private void growTo(LocalDate date) {
        if (date.isBefore(grownTo)) {
            engine = new MarketEngine(seed, calendar);
            grownTo = SyntheticMarket.ORIGIN.minusDays(1);
        }
        calendar.sessions(grownTo.plusDays(1), date).forEach(engine::advance);
        grownTo = date;
    }

    /// Chance that one course touches the barrier, given the nodes of its path.
    private static double touched(Course course, double barrier, List<LocalDate> sessions, BitSet earnings) {
        double untouched = 1;
        double price = course.walk().logPrice();
        double side = Math.signum(barrier - price);
        for (int i = 0; i < sessions.size() && untouched > 0; i++) {
            course.step().live(earnings.get(i));
            untouched *= untouchedInSession(course.walk(), price, barrier, side);
            price = course.walk().logPrice();
        }
        return 1 - untouched;
    }

    private static double untouchedInSession(Walk walk, double close, double barrier, double side) {
        double from = close + walk.moves()[0];
        double distance = side * (barrier - from);
        double untouched = distance > 0 ? 1 : 0;
        for (int k = 1; k < SessionPath.STEPS && untouched > 0; k++) {
            double to = from + walk.moves()[k];
            double next = side * (barrier - to);
            // A Brownian bridge crosses a level beyond both its ends with chance exp(-2 d1 d2 / v).
            untouched *= next <= 0
                    ? 0
                    : 1 - StrictMath.exp(-2 * distance * next / (walk.variance() * SessionPath.share(k)));
            from = to;
            distance = next;
        }
        return untouched;
    }
}
