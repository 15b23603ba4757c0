package io.tidemark.gateway.synthetic;

import io.tidemark.market.Symbol;
import io.tidemark.market.TradingCalendar;
import io.tidemark.market.Universe;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Moves all processes of the synthetic market forward, session by session, and writes down what they do.
///
/// Each process draws from a stream of its own, so that one more stock leaves the others as they are. Not thread-safe.
final class MarketEngine {
    /// Ordinary volatility of what semiconductor stocks share besides the market, annualised fraction.
    static final double CHIPS_VOLATILITY = 0.25;
    /// Ordinary daily volume of SPY.
    static final int SPY_SHARES = 80_000_000;
    /// Ratio of a stock's implied volatility to the model's own expectation.
    static final double IMPLIED_PREMIUM = 1.08;
    private static final int MONTH_SESSIONS = 21;
    private static final int MONTH_DAYS = 30;

    private final TradingCalendar calendar;
    private final Map<Symbol, SymbolTape> tapes = new LinkedHashMap<>();
    private final MarketFactor market;
    private final Factor chips;
    private final VixProcess vix;
    private final SessionPath spyPath = new SessionPath();
    private final RandomStream spyRandom;
    private final VolumeProcess spyVolume;
    private final List<Listed> stocks = new ArrayList<>();
    private double logSpy = MarketFactor.TREND.logStart();
    private int session;

    /// One stock with what belongs to it.
    private static final class Listed {
        final StockProfile profile;
        final StockProcess process;
        final VolumeProcess volume;
        final SymbolTape tape;
        LocalDate nextEarnings;

        Listed(StockProfile profile, long seed, LocalDate firstEarnings) {
            String name = profile.symbol().value();
            this.profile = profile;
            this.process = new StockProcess(profile, new RandomStream(seed, name));
            this.volume = new VolumeProcess(new RandomStream(seed, name + " volume"), profile.shares());
            this.tape = new SymbolTape(profile.symbol());
            this.nextEarnings = firstEarnings;
        }
    }

    MarketEngine(long seed, TradingCalendar calendar) {
        this.calendar = calendar;
        this.market = new MarketFactor(new RandomStream(seed, "market"));
        this.chips = new Factor(new RandomStream(seed, "chips"), CHIPS_VOLATILITY);
        this.vix = new VixProcess(new RandomStream(seed, "VIX"), market);
        this.spyRandom = new RandomStream(seed, "SPY");
        this.spyVolume = new VolumeProcess(new RandomStream(seed, "SPY volume"), SPY_SHARES);
        tapes.put(Universe.SPY, new SymbolTape(Universe.SPY));
        tapes.put(Universe.VIX, new SymbolTape(Universe.VIX));
        var dayBefore = SyntheticMarket.ORIGIN.minusDays(1);
        for (StockProfile profile : StockProfile.all()) {
            var listed = new Listed(profile, seed, profile.earnings().nextAfter(dayBefore, calendar));
            stocks.add(listed);
            tapes.put(profile.symbol(), listed.tape);
        }
    }

    /// The symbols that trade here.
    Set<Symbol> symbols() {
        return tapes.keySet();
    }

    /// What is known of a symbol.
    SymbolTape tape(Symbol symbol) {
        var tape = tapes.get(symbol);
        if (tape == null) {
            throw new IllegalArgumentException("the synthetic market has no " + symbol + ", only " + tapes.keySet());
        }
        return tape;
    }

    /// Lives through the session of `date`, the one after the last.
    void advance(LocalDate date) {
        session++;
        int day = Math.toIntExact(date.toEpochDay());
        market.advance();
        chips.advance(market.excess());
        vix.advance(market);
        advanceSpy(day);
        tape(Universe.VIX).prices().add(day, vix.path(), 0);
        for (Listed stock : stocks) {
            advance(stock, date, day);
        }
    }

    /// One possible course of a symbol from the last session on.
    ///
    /// @param symbol one with a price, so not VIX
    Course course(Symbol symbol, RandomStream random) {
        var branch = market.branch(random);
        if (symbol.equals(Universe.SPY)) {
            return new Course(branch, earnings -> branch.advance());
        }
        var stock = listed(symbol).orElseThrow(
                () -> new IllegalArgumentException("the synthetic market has no stock " + symbol)).process
                .branch(random);
        var factor = chips.branch(random);
        return new Course(stock, earnings -> {
            branch.advance();
            factor.advance(branch.excess());
            stock.move(branch.session(), earnings, branch, factor);
        });
    }

    /// For each of the coming sessions whether a symbol's earnings come before it.
    BitSet earnings(Symbol symbol, List<LocalDate> sessions) {
        var earnings = new BitSet(sessions.size());
        listed(symbol).ifPresent(stock -> {
            var due = stock.nextEarnings;
            for (int i = 0; i < sessions.size(); i++) {
                if (sessions.get(i).equals(due)) {
                    earnings.set(i);
                    due = stock.profile.earnings().nextAfter(due, calendar);
                }
            }
        });
        return earnings;
    }

    private Optional<Listed> listed(Symbol symbol) {
        return stocks.stream().filter(each -> each.profile.symbol().equals(symbol)).findFirst();
    }

    private void advanceSpy(int day) {
        spyPath.walk(logSpy, market.moves(), market.variance(), spyRandom);
        logSpy = spyPath.close();
        var tape = tape(Universe.SPY);
        tape.prices().add(day, spyPath, spyVolume.session(market.size(), market.excess(), false));
        tape.addOutlook(day, market.nextVariance(), vix.index() / 100);
    }

    private void advance(Listed stock, LocalDate date, int day) {
        boolean earnings = date.equals(stock.nextEarnings);
        if (earnings) {
            stock.nextEarnings = stock.profile.earnings().nextAfter(date, calendar);
        }
        stock.process.advance(session, earnings, market, chips);
        double size = stock.process.size(market);
        stock.tape.prices().add(day, stock.process.path(), stock.volume.session(size, market.excess(), earnings));
        double step = stock.profile.earnings().step() * stock.profile.earnings().step();
        double next = stock.process.nextVariance(market, chips) + (tomorrow(stock, date) ? step : 0);
        boolean soon = stock.nextEarnings.toEpochDay() - day <= MONTH_DAYS;
        double month = stock.process.monthVariance(market, chips) + (soon ? step / MONTH_SESSIONS : 0);
        stock.tape.addOutlook(day, next, IMPLIED_PREMIUM * Math.sqrt(MarketFactor.YEAR * month));
    }

    private boolean tomorrow(Listed stock, LocalDate date) {
        return stock.nextEarnings.equals(calendar.nextSession(date));
    }
}
