package io.tidemark.gateway.synthetic;

import io.tidemark.market.DailyBar;
import io.tidemark.market.Symbol;
import io.tidemark.market.TradingCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/// A market that never was: SPY, VIX, TSLA, NVDA and AMD on every session of the New York Stock Exchange since 2000.
///
/// One seed gives one market, the same on every machine. It is grown forward from [#ORIGIN], so that the bars of a date
/// never depend on how far anybody has asked: a later "today" adds bars and changes none. Grown only as far as asked,
/// and kept. Thread-safe.
public final class SyntheticMarket {
    /// The seed of the market that is served when nobody chooses one.
    public static final long DEFAULT_SEED = 42;
    /// The first session.
    public static final LocalDate ORIGIN = LocalDate.of(2000, 1, 3);

    private final long seed;
    private final TradingCalendar calendar = TradingCalendar.nyse();
    private final MarketEngine engine;
    private LocalDate grownTo = ORIGIN.minusDays(1);

    private SyntheticMarket(long seed) {
        this.seed = seed;
        this.engine = new MarketEngine(seed, calendar);
    }

    /// The market of a seed; nothing is computed yet.
    public static SyntheticMarket of(long seed) {
        return new SyntheticMarket(seed);
    }

    /// What the market grew from.
    public long seed() {
        return seed;
    }

    /// The symbols that trade here.
    public Set<Symbol> symbols() {
        return engine.symbols();
    }

    /// The bars dated `from` to `toInclusive`, ascending, one for each session; none before [#ORIGIN].
    ///
    /// Prices are USD to the cent (VIX: points to the hundredth), volumes whole shares, of VIX 0.
    ///
    /// @throws IllegalArgumentException when the symbol does not trade here
    public synchronized List<DailyBar> bars(Symbol symbol, LocalDate from, LocalDate toInclusive) {
        growTo(toInclusive);
        return engine.tape(symbol).prices().bars(from, toInclusive);
    }

    /// Implied volatility of the symbol's options over 30 days, an annualised fraction to four decimals, as bars; none
    /// for VIX.
    ///
    /// @throws IllegalArgumentException when the symbol does not trade here
    public synchronized List<DailyBar> impliedVolatility(Symbol symbol, LocalDate from, LocalDate toInclusive) {
        growTo(toInclusive);
        return engine.tape(symbol).implied().bars(from, toInclusive);
    }

    /// The true volatility of the next session's log return as known at the close of `session`, an annualised fraction:
    /// what no real market tells. Earnings due overnight are part of it, a change of season is not.
    ///
    /// @throws IllegalArgumentException when the symbol does not trade here, is VIX, or the date is no session
    public synchronized double conditionalVolatility(Symbol symbol, LocalDate session) {
        growTo(session);
        return engine.tape(symbol).volatility(session);
    }

    private void growTo(LocalDate date) {
        if (date.isAfter(grownTo)) {
            for (LocalDate session : calendar.sessions(grownTo.plusDays(1), date)) {
                engine.advance(session);
            }
            grownTo = date;
        }
    }
}
